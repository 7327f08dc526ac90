package io.ordertrail.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;

/** What people write into the forms of tasks is in the timeline of the order, and nowhere in the history of the engine. */
@JourneyTest
class KeptHistoryTest {

    private static final String TYPED = "Ana Sousa of Lisbon said so ";

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Desk desk;

    @Autowired
    OrderEvents events;

    @Autowired
    JdbcTemplate database;

    @Test
    void the_reason_of_a_decision_does_not_stay_in_the_history_of_the_engine() {
        var order = inReview();
        desk.complete(order, "reviewOrder", "reviewDecision", "reject", "reviewReason", TYPED + order);
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(order))
                .extracting("note")
                .contains(TYPED + order);
        assertThat(texts("ACT_HI_VARINST")).contains("reject").doesNotContain(TYPED);
        assertThat(texts("ACT_HI_DETAIL")).contains("reject").doesNotContain(TYPED);
    }

    @Test
    void the_reason_is_no_variable_of_an_order_that_goes_on() {
        var order = inReview();
        desk.complete(order, "reviewOrder", "reviewDecision", "correct", "reviewReason", TYPED + order);
        assertThat(desk.task(order, "correctOrder")).as("the order goes on").isNotNull();
        assertThat(texts("ACT_RU_VARIABLE")).contains("correct").doesNotContain(TYPED);
    }

    @Test
    void every_long_text_of_the_shipped_forms_has_the_name_of_a_reason() throws Exception {
        try (var forms = Files.list(Path.of("forms"))) {
            var texts = forms.flatMap(
                            form -> StreamSupport.stream(components(form).spliterator(), false))
                    .filter(field -> field.path("type").asText().equals("textarea"))
                    .map(field -> field.path("key").asText())
                    .toList();
            assertThat(texts).isNotEmpty().allMatch(key -> key.endsWith(KeptHistory.FREE_TEXT));
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode components(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile()).path("components");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private OrderNumber inReview() {
        return enterOrder.enter(TestCompany.order(
                company.customer(),
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(company.product(9), 2, BigDecimal.ONE, null))));
    }

    private String texts(String table) {
        return String.join(
                " ", database.queryForList("select TEXT_ from " + table + " where TEXT_ is not null", String.class));
    }
}
