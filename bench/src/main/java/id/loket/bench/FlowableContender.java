package id.loket.bench;

import com.zaxxer.hikari.HikariDataSource;
import id.loket.standard.bpmn.BenchModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.util.CommandContextUtil;

/** Flowable embedded, as it comes: on the model that Loket exports, default history, claim and completion in one transaction or in two. */
final class FlowableContender implements Contender {

    private final String database;
    private final boolean together;
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final TaskService tasks;

    FlowableContender(Server server, String database, boolean together) {
        this.database = server.create(database);
        this.together = together;
        server.client(database).sql("create table counter (series text primary key, last bigint not null)").update();
        pool = server.pool(database, 10);
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(pool)
                .setDatabaseSchemaUpdate("true")
                .setEngineName(database)
                .buildProcessEngine();
        tasks = engine.getTaskService();
        deploy();
    }

    private void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .addString("sikro.bpmn20.xml", BenchModel.of(EngineForm.PROCESS))
                .deploy();
    }

    /** One transaction around what it does. */
    private <T> T command(Supplier<T> work) {
        return engine.getManagementService().executeCommand((Command<T>) context -> work.get());
    }

    private static Connection connection() {
        return CommandContextUtil.getDbSqlSession().getSqlSession().getConnection();
    }

    @Override
    public String name() {
        return together ? "Flowable, one transaction" : "Flowable, two transactions";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public void file(boolean returned, Consumer<Runnable> each) {
        String[] file = new String[1];
        each.accept(() -> file[0] = start());
        for (int step = 1; step <= EngineForm.LAST; step++) {
            if (step == EngineForm.CHECK && returned) {
                step(file[0], "step_" + step, EngineForm.ROLES.get(step), EngineForm.RETURN, each);
                step(file[0], "complete_" + step, EngineForm.APPLICANT, EngineForm.HAND_OVER, each);
            }
            step(file[0], "step_" + step, EngineForm.ROLES.get(step), EngineForm.HAND_OVER, each);
        }
    }

    private String start() {
        return command(() -> {
            String registration = EngineForm.registration(next("REGISTRATION/SIKRO"));
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(EngineForm.PROCESS, registration, EngineForm.variables(registration))
                    .getId();
        });
    }

    /** Found in the list of the role, which is its authorisation; claimed; and completed with comment, outcome and number. */
    private void step(String file, String step, String role, String outcome, Consumer<Runnable> each) {
        String officer = "petugas-" + role;
        if (together) {
            each.accept(() -> command(() -> {
                String task = find(file, role);
                tasks.claim(task, officer);
                complete(task, file, step, outcome);
                return task;
            }));
        } else {
            String[] task = new String[1];
            each.accept(() -> {
                task[0] = find(file, role);
                tasks.claim(task[0], officer);
            });
            each.accept(() -> command(() -> {
                complete(task[0], file, step, outcome);
                return task[0];
            }));
        }
    }

    private String find(String file, String role) {
        return tasks.createTaskQuery().processInstanceId(file).taskCandidateGroup(role).singleResult().getId();
    }

    private void complete(String task, String file, String step, String outcome) {
        tasks.addComment(task, file, EngineForm.COMMENT);
        if (step.equals("step_" + EngineForm.NUMBER)) {
            tasks.complete(task, Map.of(EngineForm.OUTCOME, outcome, "number", next("SIKRO")));
        } else {
            tasks.complete(task, Map.of(EngineForm.OUTCOME, outcome));
        }
    }

    /** The next number, in the transaction of the engine. */
    private long next(String series) {
        Connection connection = connection();
        try (var counter = connection.prepareStatement(EngineForm.COUNTER)) {
            counter.setString(1, series);
            try (var row = counter.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void openFile() {
        String file = start();
        for (int step = 1; step <= 3; step++) {
            step(file, "step_" + step, EngineForm.ROLES.get(step), EngineForm.HAND_OVER, Runnable::run);
        }
    }

    @Override
    public int workList() {
        return tasks.createTaskQuery().taskCandidateGroup(EngineForm.ROLES.get(4)).orderByTaskCreateTime().asc().listPage(0, 20).size();
    }

    @Override
    public void disconnect() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
