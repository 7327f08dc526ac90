package io.ordertrail.process.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;

/** Orders that a broken table held go on together when the table is corrected. */
@JourneyTest
class CheckAgainTest {

    private static final String BROKEN = "Broken for a while";

    @Autowired
    RepositoryService repository;

    @Autowired
    OpenIncidents incidents;

    @Autowired
    CheckAgain checkAgain;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    MockMvc browser;

    private OrderNumber harmless;
    private OrderNumber large;

    @BeforeEach
    void two_orders_are_held_by_a_broken_table() throws IOException {
        var table = Files.readString(Path.of("bpmn/order-checks.dmn"));
        repository
                .createDeployment()
                .name(BROKEN)
                .addString(
                        "bpmn/order-checks.dmn",
                        table.replace("name=\"reason\"", "name=\"because\"").replace("5000", "1"))
                .deploy();
        harmless = enter(2);
        large = enter(600);
    }

    @AfterEach
    void the_table_is_corrected() {
        repository
                .createDeploymentQuery()
                .deploymentName(BROKEN)
                .list()
                .forEach(broken -> repository.deleteDeployment(broken.getId(), true));
    }

    @Test
    void each_order_goes_on_as_the_corrected_table_says() {
        assertThat(incidents.orders()).contains(harmless.value(), large.value());
        assertThat(incidents.of(harmless)).singleElement().satisfies(incident -> {
            assertThat(incident.isFailedCheck()).isTrue();
            assertThat(incident.step()).isEqualTo("checkOrder");
            assertThat(incident.stepName()).isEqualTo("Check order");
        });

        the_table_is_corrected();
        assertThat(checkAgain.all()).isGreaterThanOrEqualTo(2);

        assertThat(desk.state(harmless)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.state(large)).isEqualTo(OrderState.IN_REVIEW);
        assertThat(desk.openHolds(large)).containsExactly("large-first-order");
        assertThat(incidents.of(harmless)).isEmpty();
        assertThat(incidents.of(large)).isEmpty();
    }

    @Test
    void a_table_that_is_still_broken_holds_the_orders_again() {
        checkAgain.all();
        assertThat(desk.state(harmless)).isEqualTo(OrderState.IN_REVIEW);
        assertThat(desk.openHolds(harmless)).containsExactly("order-check-failed");
        assertThat(incidents.of(harmless)).hasSize(1);
    }

    @Test
    void managers_see_them_and_process_owners_have_them_checked_again() throws Exception {
        browser.perform(get("/process/incidents").with(user("max").roles("managers")))
                .andExpect(content().string(containsString("/orders/" + harmless)));
        the_table_is_corrected();
        browser.perform(post("/process/incidents/checks")
                        .with(user("olga").roles("process-owners"))
                        .with(csrf()))
                .andExpect(flash().attribute("said", containsString("again")));
        assertThat(desk.state(harmless)).isEqualTo(OrderState.CONFIRMED);
    }

    private OrderNumber enter(int quantity) {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1000), quantity)));
    }
}
