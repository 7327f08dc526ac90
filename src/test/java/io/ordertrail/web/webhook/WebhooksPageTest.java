package io.ordertrail.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.webhook.Endpoint;
import io.ordertrail.webhook.Endpoints;
import io.ordertrail.webhook.SaveEndpoint;
import io.ordertrail.webhook.WebhookDeliveries;

@JourneyTest
class WebhooksPageTest {

    private static final String ADDRESS =
            "https://shop.example.com/hooks/<stock>".replace("<", "%3C").replace(">", "%3E");

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Endpoints endpoints;

    @Autowired
    WebhookDeliveries deliveries;

    @Autowired
    SaveEndpoint saveEndpoint;

    /** Other tests of the same application create endpoints, too. */
    @BeforeEach
    @AfterEach
    void no_endpoints_exist() {
        endpoints
                .findAllByOrderByCreatedAtAscIdAsc()
                .forEach(endpoint -> saveEndpoint.remove(endpoint.id(), ExpectedVersion.ANY));
    }

    @Test
    void the_secret_is_shown_once() throws Exception {
        var lamp = company.product(1);
        var created = browser.perform(asOwner(post("/webhooks/new")
                        .param("address", " " + ADDRESS + " ")
                        .param("sku", lamp)
                        .param("site", "VIE")))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        var flash = created.getFlashMap();
        var page = created.getResponse().getRedirectedUrl();

        browser.perform(asOwner(get(page)).flashAttrs(flash))
                .andExpect(content().string(containsString((String) flash.get("secret"))));
        assertThat((String) flash.get("secret")).startsWith("whsec_");
        browser.perform(asOwner(get(page)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString((String) flash.get("secret")))))
                .andExpect(content().string(containsString(lamp)))
                .andExpect(content().string(containsString("How the receiver verifies")));
        browser.perform(asOwner(get("/webhooks"))).andExpect(content().string(containsString(ADDRESS)));
        assertThat(endpoints.findAllByOrderByCreatedAtAscIdAsc().get(0).createdBy())
                .isEqualTo("olga");
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example.com/,must start with https",
        "https://127.0.0.1/,belongs to an internal network",
        "https://localhost/,belongs to an internal network",
        "https://10.1.2.3:8443/x,belongs to an internal network",
        "https://[::1]/,belongs to an internal network",
        "https://169.254.169.254/,belongs to an internal network",
        "https://2130706433/,belongs to an internal network",
        "shop,Enter a web address"
    })
    void a_forbidden_address_is_refused_at_its_field(String address, String why) throws Exception {
        browser.perform(asOwner(post("/webhooks/new").param("address", address)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(why)))
                .andExpect(content().string(containsString("value=\"" + address + "\"")));
        assertThat(endpoints.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "disable", "delete"})
    void a_button_of_a_page_that_is_out_of_date_does_nothing(String button) throws Exception {
        var id = endpoint();
        var old = String.valueOf(endpoints.get(id).version());
        browser.perform(asOwner(post("/webhooks/" + id + "/secret").param("version", old)))
                .andExpect(redirectedUrl("/webhooks/" + id));
        var now = endpoints.get(id);
        browser.perform(asOwner(post("/webhooks/" + id + "/" + button).param("version", old)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else changed this")));
        assertThat(endpoints.get(id).version()).isEqualTo(now.version());
        assertThat(endpoints.get(id).enabled()).isTrue();
    }

    @Test
    void an_endpoint_is_disabled_enabled_tested_and_deleted() throws Exception {
        var id = endpoint();
        browser.perform(asOwner(post("/webhooks/" + id + "/disable"))).andExpect(redirectedUrl("/webhooks/" + id));
        assertThat(endpoints.get(id).state()).isEqualTo(Endpoint.State.DISABLED);
        browser.perform(asOwner(get("/webhooks/" + id))).andExpect(content().string(not(containsString("/test\""))));
        browser.perform(asOwner(post("/webhooks/" + id + "/test"))).andExpect(status().isConflict());
        browser.perform(asOwner(post("/webhooks/" + id + "/replay").param("hours", "24")))
                .andExpect(status().isConflict());
        browser.perform(asOwner(post("/webhooks/" + id + "/enable"))).andExpect(redirectedUrl("/webhooks/" + id));
        browser.perform(asOwner(post("/webhooks/" + id + "/test"))).andExpect(redirectedUrl("/webhooks/" + id));
        var test = deliveries
                .findByEndpointOrderByCreatedAtDescPositionDesc(id, Limit.of(1))
                .get(0);
        browser.perform(asOwner(get("/webhooks/" + id)))
                .andExpect(content().string(containsString("/deliveries/" + test.id() + "/replay")));
        browser.perform(asOwner(post("/webhooks/" + id + "/deliveries/" + test.id() + "/replay")))
                .andExpect(redirectedUrl("/webhooks/" + id));
        browser.perform(asOwner(post("/webhooks/" + id + "/secret"))).andExpect(redirectedUrl("/webhooks/" + id));
        browser.perform(asOwner(get("/webhooks/" + id)))
                .andExpect(content().string(containsString("Both secrets sign until")));
        browser.perform(asOwner(post("/webhooks/" + id + "/delete"))).andExpect(redirectedUrl("/webhooks"));
        browser.perform(asOwner(get("/webhooks/" + id))).andExpect(status().isNotFound());
        assertThat(deliveries.findByEndpointOrderByCreatedAtDescPositionDesc(id, Limit.of(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000000,422", "-1,422", "x,400", "'',400"})
    void an_unknown_replay_period_is_refused(String hours, int status) throws Exception {
        browser.perform(asOwner(post("/webhooks/" + endpoint() + "/replay").param("hours", hours)))
                .andExpect(status().is(status));
    }

    @Test
    void an_unknown_endpoint_or_delivery_is_reported() throws Exception {
        browser.perform(asOwner(get("/webhooks")))
                .andExpect(content().string(containsString("There are no webhooks yet")));
        browser.perform(asOwner(get("/webhooks/none"))).andExpect(status().isNotFound());
        browser.perform(asOwner(post("/webhooks/none/test"))).andExpect(status().isNotFound());
        browser.perform(asOwner(post("/webhooks/" + endpoint() + "/deliveries/none/replay")))
                .andExpect(status().isNotFound());
    }

    private String endpoint() throws Exception {
        return browser.perform(asOwner(post("/webhooks/new").param("address", ADDRESS)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl()
                .replace("/webhooks/", "");
    }

    private static MockHttpServletRequestBuilder asOwner(MockHttpServletRequestBuilder call) {
        return call.with(user("olga").roles("process-owners")).with(csrf());
    }
}
