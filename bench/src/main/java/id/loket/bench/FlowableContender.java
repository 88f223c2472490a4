package id.loket.bench;

import id.loket.standard.bpmn.BenchModel;
import java.sql.Connection;
import java.util.Map;
import java.util.function.Supplier;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.util.CommandContextUtil;

final class FlowableContender extends EngineContender {

    private final ProcessEngine engine;

    FlowableContender(Server server, String database, boolean together) {
        super("Flowable", server, database, together);
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(pool())
                .setDatabaseSchemaUpdate("true")
                .setEngineName(database)
                .buildProcessEngine();
        engine.getRepositoryService().createDeployment().addString("sikro.bpmn20.xml", BenchModel.of(EngineForm.PROCESS)).deploy();
    }

    @Override
    <T> T command(Supplier<T> work) {
        return engine.getManagementService().executeCommand((Command<T>) context -> work.get());
    }

    @Override
    Connection connection() {
        return CommandContextUtil.getDbSqlSession().getSqlSession().getConnection();
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
        engine.getTaskService().addComment(task, file, text);
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
