package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.process.measure.ProcessFigures.Asked;

/** The figures of a step go with it into another process or sub-process. */
class MovedStepsTest {

    private static final LocalDate DAY = LocalDate.parse("2019-06-03");
    private static final Period PERIOD = new Period(DAY, DAY);
    private static final String PACK = "<userTask id=\"pack\" name=\"Pack the parcel\"/>";
    private static final String SEND = "<userTask id=\"send\" name=\"Send the parcel\"/>";

    private static final ProcessEngine ENGINE = engine();
    private static JdbcClient database;
    private static ProcessFigures figures;

    @BeforeAll
    static void tables() throws SQLException {
        database = MeasuredEngine.tables(ENGINE);
        var ids = new ReadStepIds(ENGINE.getRepositoryService());
        figures = new ProcessFigures(database, ids, new MovedSteps(ENGINE.getRepositoryService(), ids));
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @BeforeEach
    void measure() {
        deploy(PACK, "");
        database.sql("insert into measured_step (process, ended_on, step, version, duration, visits) values"
                        + " ('movedFrom', :day, 'pack', 1, 7200000, 3), ('movedFrom', :day, 'check', 1, 60000, 5)")
                .param("day", DAY)
                .update();
        database.sql("insert into measured_task (process, ended_on, step, version, role, person, tasks, waited, worked)"
                        + " values ('movedFrom', :day, 'pack', 1, 'warehouse', '', 3, 4000, 5000)")
                .param("day", DAY)
                .update();
    }

    @AfterEach
    void forget() {
        database.sql("delete from measured_step").update();
        database.sql("delete from measured_task").update();
        database.sql("delete from measured_flow").update();
        database.sql("delete from measured_path").update();
        database.sql("delete from measured_instance").update();
        ENGINE.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> ENGINE.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void a_step_that_was_moved_into_another_process_keeps_its_figures() {
        deploy("", PACK);
        assertThat(figures.steps(asked("movedTo"))).containsOnlyKeys("pack");
        assertThat(figures.steps(asked("movedTo")).get("pack").count()).isEqualTo(3);
        assertThat(figures.steps(asked("movedTo")).get("pack").percentile(50)).isEqualTo(7_200_000);
        assertThat(figures.tasks(asked("movedTo")))
                .containsExactly(new ProcessFigures.Tasks("pack", "warehouse", "", 3, 4000, 5000));
        var target = new Target("pack", DAY, Duration.ofHours(1), 0);
        assertThat(figures.steps(asked("movedTo"), new Targets(List.of(target), Map.of(), step -> step))
                        .late())
                .containsExactly(Map.entry("pack", 3L));
    }

    @Test
    void a_step_that_was_moved_and_got_another_id_is_known_by_its_name() {
        deploy("", PACK.replace("\"pack\"", "\"Activity_0x7\""));
        assertThat(figures.steps(asked("movedTo"))).containsOnlyKeys("Activity_0x7");
    }

    @Test
    void a_step_that_was_moved_into_a_sub_process_of_the_same_process_keeps_its_figures() {
        deploy(
                "<subProcess id=\"part\"><startEvent id=\"begin_part\"/>" + PACK.replace("\"pack\"", "\"Activity_0x8\"")
                        + "</subProcess>",
                "");
        assertThat(figures.steps(asked("movedFrom")).get("Activity_0x8").count())
                .isEqualTo(3);
    }

    @Test
    void a_step_that_was_copied_has_no_figures_in_the_other_process() {
        deploy(PACK + "<userTask id=\"more\"/>", PACK);
        assertThat(figures.steps(asked("movedTo"))).isEmpty();
    }

    @Test
    void one_version_alone_has_only_what_was_measured_in_it() {
        deploy("", PACK);
        assertThat(figures.steps(new Asked("movedTo", 2, PERIOD))).isEmpty();
    }

    @Test
    void a_flow_between_two_steps_that_were_moved_keeps_its_figures_under_its_new_id() {
        flows("movedFrom", "pack_to_send", 4);
        deploy(PACK + SEND + flow("pack_to_send", "pack", "send"), "");
        deploy("", PACK + SEND + flow("Flow_0x9", "pack", "send"));
        assertThat(figures.flows(asked("movedTo"))).containsExactly(Map.entry("Flow_0x9", 4L));
        assertThat(figures.flows(new Asked("movedTo", 3, PERIOD))).isEmpty();
        assertThat(figures.steps(asked("movedTo"))).as("a flow is no step").containsOnlyKeys("pack");
    }

    @Test
    void paths_that_differ_in_the_id_of_a_step_and_in_its_sub_process_alone_are_one() {
        path("movedFrom", 1, 1, "begin_movedFrom pack check");
        path("movedFrom", 2, 2, "begin_movedFrom begin_part Activity_0x8 end_part check");
        path("movedFrom", 3, 2, "begin_movedFrom check");
        deploy(
                "<subProcess id=\"part\"><startEvent id=\"begin_part\"/>" + PACK.replace("\"pack\"", "\"Activity_0x8\"")
                        + "<endEvent id=\"end_part\"/></subProcess>",
                "");
        assertThat(paths("movedFrom"))
                .containsExactlyInAnyOrder(
                        "2 begin_movedFrom begin_part Activity_0x8 end_part check", "1 begin_movedFrom check");
    }

    @Test
    void paths_that_differ_in_a_step_that_went_to_another_process_alone_are_one() {
        path("movedFrom", 1, 1, "begin_movedFrom pack check");
        path("movedFrom", 2, 2, "begin_movedFrom check");
        path("movedTo", 3, 1, "begin_movedTo weigh");
        path("movedTo", 4, 2, "begin_movedTo weigh pack");
        path("movedTo", 5, 2, "begin_movedTo");
        assertThat(paths("movedFrom")).hasSize(2);
        deploy("", PACK);
        assertThat(paths("movedFrom")).containsExactly("2 begin_movedFrom check");
        assertThat(paths("movedTo")).containsExactlyInAnyOrder("2 begin_movedTo weigh pack", "1 begin_movedTo");
    }

    private List<String> paths(String process) {
        return figures.paths(asked(process), 10).stream()
                .map(path -> path.durations().count() + " " + String.join(" ", path.steps()))
                .toList();
    }

    private void path(String process, int path, int version, String steps) {
        database.sql("insert into measured_path (process, path, steps) values (:process, :path, :steps)")
                .param("process", process)
                .param("path", path)
                .param("steps", steps)
                .update();
        database.sql(
                        "insert into measured_instance (instance, process, version, subject, started_at, ended_at, ended_on,"
                                + " duration, tasks, repeats, outcome, path) values (:instance, :process, :version, 'A', :day, :day,"
                                + " :day, 1000, 0, 0, null, :path)")
                .param("instance", "moved-" + path)
                .param("process", process)
                .param("version", version)
                .param("day", DAY)
                .param("path", path)
                .update();
    }

    private void flows(String process, String flow, int passages) {
        database.sql("insert into measured_flow (process, taken_on, flow, version, passages) values (:process, :day,"
                        + " :flow, 1, :passages)")
                .param("process", process)
                .param("day", DAY)
                .param("flow", flow)
                .param("passages", passages)
                .update();
    }

    private static String flow(String id, String from, String to) {
        return "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    private static Asked asked(String process) {
        return new Asked(process, ProcessFigures.ALL_VERSIONS, PERIOD);
    }

    private void deploy(String from, String to) {
        ENGINE.getRepositoryService()
                .createDeployment()
                .addString("from.bpmn", diagram("movedFrom", "<userTask id=\"check\" name=\"Check\"/>" + from))
                .addString("to.bpmn", diagram("movedTo", "<userTask id=\"weigh\" name=\"Weigh\"/>" + to))
                .deploy();
    }

    private static ProcessEngine engine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("moved");
        configuration.setJdbcUrl("jdbc:h2:mem:moved;MODE=MySQL;DB_CLOSE_DELAY=-1");
        return configuration.buildProcessEngine();
    }

    private static String diagram(String process, String steps) {
        return """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="test">
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="begin_%1$s"/>%s</process>
            </definitions>
            """.formatted(process, steps);
    }
}
