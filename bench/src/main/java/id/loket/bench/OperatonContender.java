package id.loket.bench;

import id.loket.standard.bpmn.BenchModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Map;
import java.util.function.Supplier;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.context.Context;

final class OperatonContender extends EngineContender {

    private final ProcessEngine engine;

    OperatonContender(Server server, String database, boolean together) {
        super("Operaton", server, database, together);
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(pool())
                .setDatabaseSchemaUpdate("true")
                .setProcessEngineName(database)
                .buildProcessEngine();
        byte[] model = BenchModel.of(EngineForm.PROCESS).getBytes(StandardCharsets.UTF_8);
        engine.getRepositoryService().createDeployment().addInputStream("sikro.bpmn", new ByteArrayInputStream(model)).deploy();
    }

    @Override
    <T> T command(Supplier<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> work.get());
    }

    @Override
    Connection connection() {
        return Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
    }

    @Override
    String begin(String registration, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(EngineForm.PROCESS, registration, variables).getId();
    }

    @Override
    String find(String file, String role) {
        return engine.getTaskService().createTaskQuery().processInstanceId(file).taskCandidateGroup(role).singleResult().getId();
    }

    @Override
    void claim(String task, String officer) {
        engine.getTaskService().claim(task, officer);
    }

    @Override
    void comment(String task, String file, String text) {
        engine.getTaskService().createComment(task, file, text);
    }

    @Override
    void complete(String task, Map<String, Object> outcome) {
        engine.getTaskService().complete(task, outcome);
    }

    @Override
    int firstPage(String role, int rows) {
        return engine.getTaskService().createTaskQuery().taskCandidateGroup(role).orderByTaskCreateTime().asc().listPage(0, rows).size();
    }

    @Override
    void stop() {
        engine.close();
    }
}
