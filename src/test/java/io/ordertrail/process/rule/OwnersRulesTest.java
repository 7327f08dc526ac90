package io.ordertrail.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Priority;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.entry.EnterOrder;

/** A process owner writes rules on facts of the order itself: where it goes, how it came, what is in it, when. */
@JourneyTest
class OwnersRulesTest {

    private static final String OWNERS = "Rules of the process owner";
    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="rulesOfOwner" name="Rules" namespace="http://ordertrail.io/dmn">
              <decision id="orderChecks" name="Order checks" camunda:historyTimeToLive="P30D">
                <decisionTable id="table" hitPolicy="COLLECT">
                  <input id="fact"><inputExpression id="factExpression"><text>%s</text></inputExpression></input>
                  <input id="total"><inputExpression id="totalExpression" typeRef="double"><text>orderTotal</text></inputExpression></input>
                  <output id="rule" name="rule" typeRef="string" />
                  <output id="reason" name="reason" typeRef="string" />
                  <output id="severity" name="severity" typeRef="string" />
                  <rule id="owners">
                    <inputEntry id="factEntry"><text>%s</text></inputEntry>
                    <inputEntry id="totalEntry"><text>%s</text></inputEntry>
                    <outputEntry id="ruleEntry"><text>"owners-rule"</text></outputEntry>
                    <outputEntry id="reasonEntry"><text>"The owner wants to see it."</text></outputEntry>
                    <outputEntry id="severityEntry"><text>"low"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @AfterEach
    void the_shipped_table_is_in_force_again() {
        repository
                .createDeploymentQuery()
                .deploymentName(OWNERS)
                .list()
                .forEach(owners -> repository.deleteDeployment(owners.getId(), true));
    }

    @Test
    void an_order_to_switzerland_above_1000_is_held() {
        ownerDeploys("country", "\"CH\"", "> 1000");

        assertThat(holdsOf("CH", 101)).containsExactly("owners-rule");
        assertThat(holdsOf("CH", 100)).isEmpty();
        assertThat(holdsOf("AT", 101)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    region | "ZH" | "BE"
                    channel | "test" | "phone"
                    priority | "HIGH" | "LOW"
                    numberOfLines | 1 | > 1
                    requestedDeliveryDays | [0..3] | > 3
                    get value(categoryShares, "Tableware") | > 99 | < 99
                    hour | [0..23] | > 23
                    weekday | "MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY" | "Monday"
                    """)
    void a_rule_reads(String fact, String matching, String other) {
        ownerDeploys(fact, matching, "");
        assertThat(holdsOf("CH", 1)).containsExactly("owners-rule");

        ownerDeploys(fact, other, "");
        assertThat(holdsOf("CH", 1)).isEmpty();
    }

    private List<String> holdsOf(String country, int quantity) {
        return desk.openHolds(enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(),
                null,
                LocalDate.now(ZoneOffset.UTC).plusDays(2),
                false,
                null,
                new Address("Kiosk", "Am Kai 7", "8001", "Zürich", "ZH", country, null, null),
                List.of(new NewOrder.Line(company.product(1000), quantity, new BigDecimal("10.00"), null)),
                Priority.HIGH)));
    }

    private void ownerDeploys(String fact, String cell, String total) {
        repository
                .createDeployment()
                .name(OWNERS)
                .addString(
                        "bpmn/order-checks.dmn", TABLE.strip().formatted(escaped(fact), escaped(cell), escaped(total)))
                .deploy();
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
