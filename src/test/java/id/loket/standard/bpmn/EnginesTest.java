package id.loket.standard.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.loket.standard.Actor;
import id.loket.standard.SopStep;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** The exported model is not only a picture: two workflow engines run it, and the file goes the way of the SOP. */
class EnginesTest {

    private static final String OFFICER = "petugas";

    private static Engine flowable;
    private static Engine operaton;

    @BeforeAll
    static void start() {
        for (String chatty : List.of("org.flowable", "org.operaton", "org.apache.ibatis")) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.WARN);
        }
        flowable = new Flowable();
        operaton = new Operaton();
    }

    @AfterAll
    static void stop() {
        flowable.close();
        operaton.close();
    }

    static Stream<Arguments> everywhere() {
        return Exported.all().flatMap(e -> Stream.of(Arguments.of("Flowable", e), Arguments.of("Operaton", e)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everywhere")
    @Tag("DLV-2")
    void a_file_travels_every_step_in_the_hands_of_its_role(String name, Exported exported) {
        Engine engine = engine(name);
        String file = engine.begin(exported);
        List<String> roles = work(engine, file, step -> Terms.HAND_OVER);
        assertThat(roles).isEqualTo(exported.service().sop().steps().stream().map(SopStep::actor).toList());
        assertThat(engine.endedAt(file)).isEqualTo("end");
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everywhere")
    @Tag("DLV-2")
    void what_the_applicant_has_to_complete_comes_back_to_the_step_that_asked(String name, Exported exported) {
        Engine engine = engine(name);
        for (SopStep step : exported.service().sop().steps()) {
            if (step.returnToApplicant()) {
                String file = engine.begin(exported);
                List<Integer> asked = new ArrayList<>();
                List<String> roles = work(engine, file, once(asked, step.no(), Terms.RETURN_TO_APPLICANT));
                assertThat(roles.subList(step.no() - 1, step.no() + 2)).containsExactly(step.actor(), Actor.APPLICANT, step.actor());
                assertThat(roles).hasSize(exported.service().sop().steps().size() + 2);
                assertThat(engine.endedAt(file)).isEqualTo("end");
            }
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everywhere")
    @Tag("DLV-2")
    void a_step_sends_the_file_back_to_every_earlier_step_that_its_row_names(String name, Exported exported) {
        Engine engine = engine(name);
        for (SopStep step : exported.service().sop().steps()) {
            for (int earlier : step.returnTo()) {
                String file = engine.begin(exported);
                List<String> roles = work(engine, file, once(new ArrayList<>(), step.no(), Terms.returnTo(earlier)));
                List<String> expected = new ArrayList<>();
                exported.service().sop().steps().subList(0, step.no()).forEach(s -> expected.add(s.actor()));
                exported.service().sop().steps().stream().skip(earlier - 1).forEach(s -> expected.add(s.actor()));
                assertThat(roles).as("from %d to %d", step.no(), earlier).isEqualTo(expected);
                assertThat(engine.endedAt(file)).isEqualTo("end");
            }
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("everywhere")
    @Tag("DLV-2")
    void a_step_that_may_reject_ends_the_file(String name, Exported exported) {
        Engine engine = engine(name);
        for (SopStep step : exported.service().sop().steps()) {
            if (step.mayReject()) {
                String file = engine.begin(exported);
                List<String> roles = work(engine, file, once(new ArrayList<>(), step.no(), Terms.REJECT));
                assertThat(roles).hasSize(step.no());
                assertThat(engine.endedAt(file)).isEqualTo("rejected_" + step.no());
            }
        }
    }

    /** This outcome at the first visit of the step, the way on otherwise. */
    private static Function<Integer, String> once(List<Integer> visited, int step, String outcome) {
        return no -> {
            boolean first = no == step && !visited.contains(no);
            visited.add(no);
            return first ? outcome : Terms.HAND_OVER;
        };
    }

    /** Officers and applicant do what lies in their group's list until there is nothing left; returns whose list it lay in. */
    private static List<String> work(Engine engine, String file, Function<Integer, String> outcomes) {
        List<String> roles = new ArrayList<>();
        for (Optional<Task> next = engine.next(file); next.isPresent(); next = engine.next(file)) {
            Task task = next.get();
            String step = task.key.substring(task.key.indexOf('_') + 1);
            roles.add(task.group);
            boolean completion = task.key.startsWith("complete_");
            engine.complete(task, completion ? Map.of() : Map.of(Terms.OUTCOME, outcomes.apply(Integer.valueOf(step))));
            assertThat(roles).as("the file goes round in circles").hasSizeLessThan(100);
        }
        return roles;
    }

    private static Engine engine(String name) {
        return name.equals("Flowable") ? flowable : operaton;
    }

    private record Task(String id, String key, String group) {}

    /** What the two have in common, under other package names. */
    private interface Engine {

        /** Deploys the model, unless that was done, and starts one file. */
        String begin(Exported exported);

        /** The one task that is open, claimed from the list of the one group that sees it. */
        Optional<Task> next(String file);

        void complete(Task task, Map<String, Object> variables);

        String endedAt(String file);

        void close();
    }

    private static final class Flowable implements Engine {

        private final org.flowable.engine.ProcessEngine engine =
                org.flowable.engine.ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                        .setJdbcUrl("jdbc:h2:mem:flowable")
                        .setDatabaseSchemaUpdate("create")
                        .setEngineName("flowable")
                        .buildProcessEngine();
        private final Set<String> deployed = new HashSet<>();

        @Override
        public String begin(Exported exported) {
            if (deployed.add(exported.service().code())) {
                engine.getRepositoryService()
                        .createDeployment()
                        .addString(exported + ".bpmn20.xml", exported.xml())
                        .deploy();
            }
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(exported.service().code())
                    .getId();
        }

        @Override
        public Optional<Task> next(String file) {
            var task = engine.getTaskService().createTaskQuery().processInstanceId(file).singleResult();
            if (task == null) {
                return Optional.empty();
            }
            var links = engine.getTaskService().getIdentityLinksForTask(task.getId());
            assertThat(links).hasSize(1);
            String group = links.getFirst().getGroupId();
            assertThat(engine.getTaskService().createTaskQuery().processInstanceId(file).taskCandidateGroup(group).count()).isOne();
            engine.getTaskService().claim(task.getId(), OFFICER);
            return Optional.of(new Task(task.getId(), task.getTaskDefinitionKey(), group));
        }

        @Override
        public void complete(Task task, Map<String, Object> variables) {
            engine.getTaskService().complete(task.id, variables);
        }

        @Override
        public String endedAt(String file) {
            return engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(file)
                    .finished()
                    .singleResult()
                    .getEndActivityId();
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    private static final class Operaton implements Engine {

        private final org.operaton.bpm.engine.ProcessEngine engine =
                org.operaton.bpm.engine.ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                        .setJdbcUrl("jdbc:h2:mem:operaton")
                        .setDatabaseSchemaUpdate("create")
                        .setProcessEngineName("operaton")
                        .buildProcessEngine();
        private final Set<String> deployed = new HashSet<>();

        @Override
        public String begin(Exported exported) {
            if (deployed.add(exported.service().code())) {
                engine.getRepositoryService()
                        .createDeployment()
                        .addInputStream(exported + ".bpmn", new ByteArrayInputStream(exported.xml().getBytes(StandardCharsets.UTF_8)))
                        .deploy();
            }
            return engine.getRuntimeService()
                    .startProcessInstanceByKey(exported.service().code())
                    .getId();
        }

        @Override
        public Optional<Task> next(String file) {
            var task = engine.getTaskService().createTaskQuery().processInstanceId(file).singleResult();
            if (task == null) {
                return Optional.empty();
            }
            var links = engine.getTaskService().getIdentityLinksForTask(task.getId());
            assertThat(links).hasSize(1);
            String group = links.getFirst().getGroupId();
            assertThat(engine.getTaskService().createTaskQuery().processInstanceId(file).taskCandidateGroup(group).count()).isOne();
            engine.getTaskService().claim(task.getId(), OFFICER);
            return Optional.of(new Task(task.getId(), task.getTaskDefinitionKey(), group));
        }

        @Override
        public void complete(Task task, Map<String, Object> variables) {
            engine.getTaskService().complete(task.id, variables);
        }

        @Override
        public String endedAt(String file) {
            return engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(file)
                    .orderByHistoricActivityInstanceEndTime()
                    .desc()
                    .list()
                    .stream()
                    .filter(a -> a.getActivityType().endsWith("EndEvent"))
                    .findFirst()
                    .orElseThrow()
                    .getActivityId();
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
