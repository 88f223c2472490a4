package id.loket.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A workflow engine embedded, as it comes: on the model that Loket exports, default history, claim and completion in one transaction or in
 * two. What the engines call by other names is left to each.
 */
abstract class EngineContender implements ListingContender {

    private final String engine;
    private final String database;
    private final boolean together;
    private final HikariDataSource pool;

    EngineContender(String engine, Server server, String database, boolean together) {
        this.engine = engine;
        this.database = server.create(database);
        this.together = together;
        server.client(database).sql("create table counter (series text primary key, last bigint not null)").update();
        pool = server.pool(database, 10);
    }

    final HikariDataSource pool() {
        return pool;
    }

    /** One transaction around what it does. */
    abstract <T> T command(Supplier<T> work);

    /** The connection of the transaction that runs. */
    abstract Connection connection();

    /** A new instance of the process; its id. */
    abstract String begin(String registration, Map<String, Object> variables);

    /** The one task of a file that a role may do; its id. */
    abstract String find(String file, String role);

    abstract void claim(String task, String officer);

    abstract void comment(String task, String file, String text);

    abstract void complete(String task, Map<String, Object> outcome);

    /** How many of a role's tasks are on the first page of its list, oldest first. */
    abstract int firstPage(String role, int rows);

    abstract void stop();

    @Override
    public final String name() {
        return engine + (together ? ", one transaction" : ", two transactions");
    }

    @Override
    public final String database() {
        return database;
    }

    @Override
    public final void file(boolean returned, Consumer<Runnable> each) {
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
            return begin(registration, EngineForm.variables(registration));
        });
    }

    /** Found in the list of the role, which is its authorisation; claimed; and completed with comment, outcome and number. */
    private void step(String file, String step, String role, String outcome, Consumer<Runnable> each) {
        String officer = "petugas-" + role;
        if (together) {
            each.accept(() -> command(() -> {
                String task = find(file, role);
                claim(task, officer);
                finish(task, file, step, outcome);
                return task;
            }));
        } else {
            String[] task = new String[1];
            each.accept(() -> {
                task[0] = find(file, role);
                claim(task[0], officer);
            });
            each.accept(() -> command(() -> {
                finish(task[0], file, step, outcome);
                return task[0];
            }));
        }
    }

    private void finish(String task, String file, String step, String outcome) {
        comment(task, file, EngineForm.COMMENT);
        Map<String, Object> variables = new HashMap<>(Map.of(EngineForm.OUTCOME, outcome));
        if (step.equals("step_" + EngineForm.NUMBER)) {
            variables.put("number", next("SIKRO"));
        }
        complete(task, variables);
    }

    /** The next number, in the transaction of the engine. */
    private long next(String series) {
        try (var counter = connection().prepareStatement(EngineForm.COUNTER)) {
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
    public final void openFile() {
        String file = start();
        for (int step = 1; step <= 3; step++) {
            step(file, "step_" + step, EngineForm.ROLES.get(step), EngineForm.HAND_OVER, Runnable::run);
        }
    }

    @Override
    public final int workList() {
        return firstPage(EngineForm.ROLES.get(4), 20);
    }

    @Override
    public final void disconnect() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public final void close() {
        stop();
        pool.close();
    }
}
