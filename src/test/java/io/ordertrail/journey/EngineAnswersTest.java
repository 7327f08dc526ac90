package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.ordertrail.platform.access.PlatformTest;

/** What the engine answers to a call that fails: a sentence, and no text of an exception. */
@PlatformTest
class EngineAnswersTest {

    private static final Pattern EXCEPTION_TEXT = Pattern.compile(
            "ENGINE-|ENGINE_|DMN-|FEEL|org\\.|java\\.|com\\.|jakarta\\.|Cannot |Unrecognized|Unexpected|The user with"
                    + " id|is null|SELECT|ACT_RU|\\tat ");

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET  | /task/no-such-task                                         |
        GET  | /task?sortBy=nothing&sortOrder=asc                         |
        GET  | /task?dueBefore=yesterday                                  |
        GET  | /task?firstResult=x                                        |
        GET  | /filter/no-such-filter                                     |
        GET  | /filter/no-such-filter/list                                |
        POST | /task                                                      | {
        POST | /task                                                      | []
        POST | /task                                                      | {"noSuchField":1}
        POST | /task                                                      | {"createdBefore":"x"}
        POST | /task                                                      | {"assigneeExpression":"${x.y()}"}
        POST | /task/no-such-task/claim                                   | {"userId":"demo-manager"}
        POST | /task/no-such-task/submit-form                             | {"variables":{"a":{"value":"x","type":"Date"}}}
        GET  | /process-definition/no-such-definition/xml                 |
        GET  | /user/nobody/profile                                       |
        GET  | /no-such-thing                                             |
        PUT  | /task/no-such-task/claim                                   | {}
        GET  | /job/no-such-job/stacktrace                                |
        PUT  | /job/no-such-job/retries                                   | {"retries":-1}
        DELETE | /deployment/no-such-deployment                           |
        POST | /message                                                   | {}
        POST | /process-definition/key/orderFulfilment/start              | {}
        POST | /authorization/create                                      | {"type":99}
        POST | /authorization/create                                      | {}
        POST | /external-task/fetchAndLock                                | {}
        POST | /user/create                                               | {"profile":{"id":"a b"},"credentials":{"password":"x"}}
        POST | /decision-definition/key/orderChecks/evaluate              | {"variables":{}}
        POST | /migration/generate                                        | {"sourceProcessDefinitionId":"x"}
        """)
    void an_engine_call_that_fails_is_answered_with_a_sentence(String method, String path, String body)
            throws Exception {
        var manager = TasklistSession.signedIn(port, "demo-manager", "demo", "en");
        var answer = manager.engine(method, path, body);
        assertSentence(answer.status(), answer.body());
        for (var root : new String[] {"/engine-rest", "/engine-rest/engine/default"}) {
            var rest = rest(method, root + path, "application/json", body);
            assertSentence(rest.statusCode(), rest.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/cockpit/plugin/base/default/process-definition/no-such/called-process-definitions",
                "/camunda/api/cockpit/plugin/base/default/incident?sortBy=nothing",
                "/camunda/api/cockpit/plugin/base/no-such-engine/incident",
                "/camunda/api/cockpit/plugin/no-such-plugin/default/x",
                "/camunda/api/engine/engine/no-such-engine/task",
                "/camunda/app/cockpit/no-such-engine/",
                "/camunda/api/admin/auth/user/no-such-engine"
            })
    void the_web_applications_answer_no_exception_text_either(String path) {
        var answer =
                TasklistSession.signedIn(port, "demo-manager", "demo", "en").get(path);
        assertThat(answer.body()).doesNotContainPattern(EXCEPTION_TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bpmn | <definitions
        bpmn | <definitions/>
        dmn  | <definitions
        dmn  | <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='d'><decision id='x'/></definitions>
        """)
    void a_deployment_that_fails_says_what_is_wrong_and_nothing_of_the_engine(String kind, String content)
            throws Exception {
        var answer = deploy("broken." + kind, content);
        assertThat(answer.statusCode()).isBetween(400, 599);
        assertThat(answer.body()).doesNotContainPattern("ENGINE-|DMN-|\"message\":\"[^\"]*(org\\.|java\\.)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.bpmn", "broken.dmn"})
    void a_file_that_is_no_xml_is_refused_with_the_reason(String name) throws Exception {
        var answer = deploy(name, "<definitions");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The file cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "id='orderFulfilment',<userTask id='t' camunda:formKey='embedded:x'/>,A task names its form by camunda:formRef",
        "id='orderFulfilment',<serviceTask id='t' operaton:class='x'/>,camunda:class is not allowed",
        "id='other',<userTask id='t'/>,other is none of this product"
    })
    void a_refused_diagram_is_answered_with_the_place_and_the_reason(String id, String element, String sentence)
            throws Exception {
        var answer = deploy("refused.bpmn", """
            <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'
                xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:operaton='http://operaton.org/schema/1.0/bpmn'>
              <process %s isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>%s
              </process>
            </definitions>
            """.formatted(id, element));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence, "\"errors\":[").doesNotContain("ENGINE-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript"})
    void a_table_in_another_language_is_refused_with_the_reason(String language) throws Exception {
        var answer = deploy("refused.dmn", """
            <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'
                id='d' name='d' namespace='d'>
              <decision id='refused' name='x' camunda:historyTimeToLive='P1D'><decisionTable id='t'>
                <input id='i'><inputExpression id='e' expressionLanguage='%s'><text>x</text></inputExpression></input>
                <output id='o' name='y'/>
              </decisionTable></decision>
            </definitions>
            """.formatted(language));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("A decision table is written in FEEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity/verify", "/identity/verify/", "/engine/default/identity/verify"})
    void nobody_asks_whether_a_password_is_right(String path) throws Exception {
        var body = "{\"username\":\"demo-sales\",\"password\":\"demo\"}";
        assertThat(rest("POST", "/engine-rest" + path, "application/json", body).statusCode())
                .isEqualTo(403);
        assertThat(TasklistSession.signedIn(port, "demo-manager", "demo", "en")
                        .engine("POST", path.replace("/engine/default", ""), body)
                        .status())
                .isEqualTo(403);
    }

    private static void assertSentence(int status, String body) {
        if (status >= 400) {
            assertThat(body).doesNotContainPattern(EXCEPTION_TEXT).containsPattern("\"(message|detail)\":\"[A-Z]");
        }
        if (status >= 500) {
            assertThat(body).containsPattern("\"type\":\"[a-z:]*our-fault\"");
        }
    }

    private HttpResponse<String> deploy(String name, String content) throws Exception {
        var boundary = "x1x2x3x4";
        return rest(
                "POST",
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=" + boundary,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nrefused\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary
                        + "--\r\n");
    }

    private HttpResponse<String> rest(String method, String path, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("demo-admin:demo".getBytes()))
                        .header("Content-Type", type)
                        .header("Accept", "application/json")
                        .header("Accept-Language", "en")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
