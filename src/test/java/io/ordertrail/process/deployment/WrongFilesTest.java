package io.ordertrail.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

import io.ordertrail.journey.Sample;
import io.ordertrail.platform.access.PlatformTest;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.check.WrongFiles;

/**
 * Each change that broke the entry of orders is refused, whether it is uploaded or deployed by Camunda Modeler. {@code
 * ProcessCheckTest} finds each of these mistakes without an application, so that a part of them is enough here by day.
 */
@PlatformTest
class WrongFilesTest {

    private static final int EVERY_NTH = 6;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Bundles bundles;

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void a_deployment_is_refused_with_element_sentence_and_cure(
            String name, String file, UnaryOperator<String> mistake, String element, String sentence) {
        var answer = send("/engine-rest/deployment/create", file, file, WrongFiles.wrong(file, mistake));
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertFound(json(answer).path("errors"), element, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uploaded")
    void an_upload_is_a_draft_that_does_not_come_into_force(
            String name, String file, UnaryOperator<String> mistake, String element, String sentence) {
        var answer = send("/api/process/bundles", "files", file, WrongFiles.wrong(file, mistake));
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(json(answer).path("state").asText()).isEqualTo("DRAFT");
        assertFound(json(answer).path("findings"), element, sentence);
        var inForce = bundles.inForce().orElseThrow().number();
        var forced = http.withBasicAuth("demo-owner", "demo")
                .postForEntity(answer.getHeaders().getLocation() + "/force", null, String.class);
        assertThat(forced.getStatusCode().value()).isEqualTo(422);
        assertThat(bundles.inForce().orElseThrow().number()).isEqualTo(inForce);
    }

    static List<Arguments> deployed() {
        return Sample.eachNth(EVERY_NTH, 0, WrongFiles.all());
    }

    static List<Arguments> uploaded() {
        return Sample.eachNth(EVERY_NTH, EVERY_NTH / 2, WrongFiles.all());
    }

    private static void assertFound(JsonNode findings, String element, String sentence) {
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.path("severity").asText()).isEqualTo("refuse");
            assertThat(finding.path("element").asText(""))
                    .isEqualTo(element.isEmpty() ? finding.path("element").asText("") : element);
            assertThat(finding.path("sentence").asText()).contains(sentence);
            assertThat(finding.path("cure").asText()).isNotBlank().doesNotStartWith("check.");
        });
    }

    private ResponseEntity<String> send(String path, String part, String name, String text) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("deployment-name", "Wrong");
        form.add(part, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return http.withBasicAuth("demo-owner", "demo")
                .exchange(
                        RequestEntity.post(path)
                                .contentType(MediaType.MULTIPART_FORM_DATA)
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
