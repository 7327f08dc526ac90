package io.ordertrail.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.check.ShippedFiles;

/** Who may deploy, what is refused and told, and that a deployment is a draft until somebody puts it in force. */
@PlatformTest
class DeploymentByRoleTest {

    private static final String NAME = "Changed by an owner";
    private static final String ORDER = "order-fulfilment.bpmn";

    @Autowired
    RepositoryService repository;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Bundles bundles;

    @Autowired
    BundleFiles bundleFiles;

    @ParameterizedTest
    @ValueSource(strings = {"demo-owner", "demo-admin"})
    void a_diagram_alone_makes_a_draft_with_all_that_it_needs_and_nothing_comes_into_force(String person) {
        var deployments = repository.createDeploymentQuery().count();
        var inForce = bundles.inForce().orElseThrow().number();
        var answer = deploy(person, Map.of(ORDER, renamed()), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var draft = bundles.get(json(answer).path("bundle").asLong());
        assertThat(draft.state()).isEqualTo(Bundle.State.CHECKED);
        assertThat(draft.author()).isEqualTo(person);
        assertThat(draft.note()).isEqualTo(NAME);
        assertThat(draft.files())
                .containsKeys(
                        ORDER,
                        "parcel.bpmn",
                        "review-order.form",
                        "ship-parcel.form",
                        "order-checks.dmn",
                        "deadlines.properties");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(bundles.inForce().orElseThrow().number()).isEqualTo(inForce);
    }

    @Test
    void the_answer_has_the_shape_of_a_deployment_and_says_where_the_draft_is() {
        var answer = json(deploy("demo-owner", Map.of(ORDER, renamed()), true));
        assertThat(answer.path("id").asText())
                .isEqualTo("bundle-" + answer.path("bundle").asLong());
        assertThat(answer.path("name").asText()).isEqualTo(NAME);
        assertThat(answer.has("deployedProcessDefinitions")).isTrue();
        assertThat(answer.path("page").asText())
                .startsWith("http://localhost:")
                .endsWith("/process/bundles/" + answer.path("bundle").asLong());
        assertThat(answer.path("links").get(0).path("href").asText())
                .isEqualTo(answer.path("page").asText());
        assertThat(answer.path("findings").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demo-sales", "demo-review", "demo-warehouse", "demo-purchasing", "demo-manager", "demo-system"})
    void nobody_else_deploys(String person) {
        assertThat(deploy(person, Map.of(ORDER, renamed()), false)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void a_mistake_is_answered_with_its_element_sentence_and_cure_and_nothing_is_stored() {
        var before = repository.createDeploymentQuery().count();
        var wrong = ShippedFiles.text(ORDER).replace("${checkOrderDelegate}", "${chekOrderDelegate}");
        var answer = deploy("demo-owner", Map.of(ORDER, wrong), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .isTrue();
        var problem = json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("deployment.refused");
        assertThat(problem.path("detail").asText()).contains("Nothing was stored");
        assertThat(problem.path("errors")).anySatisfy(error -> {
            assertThat(error.path("element").asText()).isEqualTo("checkOrder");
            assertThat(error.path("sentence").asText()).contains("chekOrderDelegate");
            assertThat(error.path("cure").asText()).isNotBlank();
            assertThat(error.path("severity").asText()).isEqualTo("refuse");
        });
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void what_only_an_order_on_its_way_can_find_is_refused_too() {
        var wrong = ShippedFiles.text(ORDER).replace("${holdsFound}", "${everythingSent}");
        var answer = deploy("demo-owner", Map.of(ORDER, wrong), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(json(answer).path("errors").get(0).path("element").asText()).isEqualTo("anythingToReview");
    }

    @Test
    void a_warning_keeps_no_draft_from_being_checked_and_is_told_in_the_answer() {
        var laneOfOthers = renamed()
                .replace(
                        "formRefBinding=\"deployment\" camunda:candidateGroups=\"order-review\"",
                        "formRefBinding=\"deployment\" camunda:candidateGroups=\"sales\"");
        var answer = deploy("demo-owner", Map.of(ORDER, laneOfOthers), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(json(answer).path("findings"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.path("severity").asText()).isEqualTo("warn"));
    }

    @Test
    void a_table_with_a_mistake_is_refused_and_one_without_is_a_draft() {
        var table = ShippedFiles.text("order-checks.dmn");
        assertThat(deploy("demo-owner", Map.of("order-checks.dmn", table.replace("&gt; 5000", "&gt; 1.000,00")), false)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        var answer = deploy("demo-owner", Map.of("order-checks.dmn", table.replace("&gt; 5000", "&gt; 4000")), false);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var draft = bundles.get(json(answer).path("bundle").asLong());
        assertThat(new String(bundleFiles.of(draft, "order-checks.dmn"), StandardCharsets.UTF_8))
                .contains("&gt; 4000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderbpmn", "orderbpmn20.xml", "bpmn"})
    void what_the_engine_reads_as_a_diagram_is_checked_whatever_its_name(String name) {
        var wrong = ShippedFiles.text(ORDER).replace("${checkOrderDelegate}", "${chekOrderDelegate}");
        assertThat(deploy("demo-owner", Map.of(name, wrong), false)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checksdmn", "checksdmn11.xml", "dmn"})
    void what_the_engine_reads_as_a_table_is_checked_whatever_its_name(String name) {
        var wrong = ShippedFiles.text("order-checks.dmn").replace("&gt; 5000", "&gt; 1.000,00");
        assertThat(deploy("demo-owner", Map.of(name, wrong), false)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void what_the_engine_reads_as_a_form_is_checked_whatever_its_name() {
        assertThat(deploy("demo-owner", Map.of("reviewform", "no form"), false)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void the_answer_is_in_the_language_of_the_person() {
        var wrong = ShippedFiles.text(ORDER).replace("${checkOrderDelegate}", "${chekOrderDelegate}");
        assertThat(deploy("demo-owner", Map.of(ORDER, wrong), false, "zh-TW").getBody())
                .contains("本產品沒有 chekOrderDelegate");
    }

    @Test
    void a_deployment_for_a_tenant_or_for_later_is_refused() {
        assertThat(deploy("demo-owner", Map.of(ORDER, renamed()), "tenant-id", "north")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(deploy(
                                "demo-owner",
                                Map.of(ORDER, renamed()),
                                "deployment-activation-time",
                                "2099-01-01T00:00:00.000+0000")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    private static String renamed() {
        return ShippedFiles.text(ORDER).replace("name=\"Order rejected\"", "name=\"Order refused\"");
    }

    private ResponseEntity<String> deploy(String person, Map<String, String> files, boolean changedOnly) {
        return deploy(person, files, "deploy-changed-only", String.valueOf(changedOnly));
    }

    private ResponseEntity<String> deploy(String person, Map<String, String> files, String field, String value) {
        return deploy(person, files, field, value, "en");
    }

    private ResponseEntity<String> deploy(
            String person, Map<String, String> files, boolean changedOnly, String language) {
        return deploy(person, files, "deploy-changed-only", String.valueOf(changedOnly), language);
    }

    private ResponseEntity<String> deploy(
            String person, Map<String, String> files, String field, String value, String language) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("deployment-name", NAME);
        form.add(field, value);
        files.forEach((name, text) -> form.add(name, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return http.withBasicAuth(person, "demo")
                .exchange(
                        RequestEntity.post("/engine-rest/deployment/create")
                                .contentType(MediaType.MULTIPART_FORM_DATA)
                                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                                .accept(MediaType.APPLICATION_JSON)
                                .body(form),
                        String.class);
    }

    private static JsonNode json(ResponseEntity<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
