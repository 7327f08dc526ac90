package io.ordertrail.web.privacy;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.encryption.ReadKeyRing;
import io.ordertrail.journey.JourneyTest;

/** An administrator looks at the keys that encrypt personal data. */
@JourneyTest
class EncryptionPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ReadKeyRing readKeyRing;

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "auditors"})
    void administrators_and_auditors_see_the_keys_and_how_far_each_table_is(String role) throws Exception {
        var page = browser.perform(get("/encryption").with(user("ina").roles(role)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Keys of personal data")))
                .andExpect(content().string(containsString("primary")));
        for (var shown : Stream.concat(
                        readKeyRing.keys().stream().map(ReadKeyRing.Key::id),
                        Stream.of("customer_order", "order_event", "webhook_endpoint"))
                .toList()) {
            page.andExpect(content().string(containsString(shown)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"managers", "process-owners", "sales"})
    void nobody_else_does(String role) throws Exception {
        browser.perform(get("/encryption").with(user("mona").roles(role))).andExpect(status().isForbidden());
    }
}
