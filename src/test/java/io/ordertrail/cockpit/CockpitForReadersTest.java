package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.journey.JourneyTest;

/** Cockpit speaks the language of its reader, and shows no buttons that they may not use. */
@JourneyTest
class CockpitForReadersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{\\{?\\w*}}?");

    @Autowired
    MockMvc browser;

    @Test
    void both_chinese_files_have_the_same_texts_which_cockpit_knows() throws IOException {
        var english = texts("META-INF/resources/webjars/camunda/app/cockpit/locales/en.json");
        var taiwan = texts("camunda-webapps/cockpit-zh_TW.json");
        var mainland = texts("camunda-webapps/cockpit-zh_CN.json");
        assertThat(taiwan.keySet()).isEqualTo(mainland.keySet()).hasSizeGreaterThan(200);
        assertThat(english.keySet()).containsAll(taiwan.keySet());
        for (var texts : List.of(taiwan, mainland)) {
            texts.forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                if (!key.equals("AUTH_LOGOUT_THANKS")) {
                    assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 流程實例", "zh-HK, 流程實例", "zh-CN, 流程实例", "zh, 流程实例"})
    void each_reader_gets_the_chinese_that_they_read(String language, String instances) throws Exception {
        var answer = browser.perform(get("/camunda/app/cockpit/locales/zh.json")
                        .header("Accept-Language", language)
                        .with(user("mona").roles("managers")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(JSON.readTree(answer.getContentAsByteArray())
                        .at("/labels/PROCESS_INSTANCE")
                        .asText())
                .isEqualTo(instances);
    }

    @ParameterizedTest
    @CsvSource({"managers, true, true", "process-owners, true, false", "camunda-admin, false, false"})
    void buttons_are_gone_that_the_reader_may_not_use(String group, boolean noChanges, boolean noRetries)
            throws Exception {
        var settings = browser.perform(get("/camunda/app/cockpit/scripts/config.js")
                        .with(user("somebody").roles(group)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(settings.contains("cancel-process-instance-action")).isEqualTo(noChanges);
        assertThat(settings.contains("increase-incident-job-retry")).isEqualTo(noRetries);
        assertThat(settings).contains("export default");
    }

    private static Map<String, String> texts(String file) throws IOException {
        var content = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        JsonNode labels = JSON.readTree(content.replace("\uFEFF", "")).get("labels");
        var texts = new TreeMap<String, String>();
        labels.fields()
                .forEachRemaining(
                        label -> texts.put(label.getKey(), label.getValue().asText()));
        return texts;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
