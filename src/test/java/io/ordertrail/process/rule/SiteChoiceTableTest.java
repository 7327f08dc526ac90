package io.ordertrail.process.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.stock.allocation.SiteChoice.Candidate;
import io.ordertrail.stock.picking.PickList;

/** The process owner decides in a table which site ships the goods. */
@JourneyTest
class SiteChoiceTableTest {

    private static final String OWNERS = "Sites as the process owner wants them";

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    PickList pickList;

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
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void one_parcel_counts_more_than_a_border_and_a_border_more_than_the_stock_level() {
        var table = new SiteChoiceTable(repository);

        assertThat(table.points(new Candidate("DE", "BER", "DE", true, false, 2)))
                .isEqualTo(105);
        assertThat(table.points(new Candidate("DE", "VIE", "AT", false, true, 1)))
                .isEqualTo(210);
        assertThat(table.points(new Candidate("DE", "ROT", "NL", false, false, 9)))
                .as("no row fits")
                .isZero();
    }

    @Test
    void a_row_of_the_process_owner_changes_the_site_and_leaves_no_history() throws IOException {
        assertThat(siteOfTheNextOrder()).as("of equals, the first by code").isEqualTo("ROT");
        var decided = history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(OrderFulfilment.SITE_CHOICE)
                .count();

        repository
                .createDeployment()
                .name(OWNERS)
                .addString("bpmn/site-choice.dmn", withRowForVienna())
                .deploy();

        assertThat(new SiteChoiceTable(repository).points(new Candidate("DE", "VIE", "AT", false, true, 1)))
                .isEqualTo(260);
        assertThat(within(Duration.ofSeconds(20), "VIE"))
                .as("within a second or so, without a restart")
                .isTrue();
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(OrderFulfilment.SITE_CHOICE)
                        .count())
                .isEqualTo(decided)
                .isZero();
    }

    private boolean within(Duration timeout, String site) {
        for (var until = Instant.now().plus(timeout); Instant.now().isBefore(until); ) {
            if (siteOfTheNextOrder().equals(site)) {
                return true;
            }
        }
        return false;
    }

    private String siteOfTheNextOrder() {
        var lamp = company.product(2);
        company.receive(lamp, "ROT", 2);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 1)));
        return pickList.lines(number).get(0).site();
    }

    /** Adds a row: goods for Germany come from Vienna if possible. */
    private static String withRowForVienna() throws IOException {
        var table = Files.readString(Path.of("bpmn/site-choice.dmn"));
        var row = table.substring(
                        table.indexOf("      <rule id=\"oneParcel\">"),
                        table.indexOf("      <rule id=\"sameCountry\">"))
                .replace("oneParcel", "germany")
                .replace("<text>true</text>", "<text></text>")
                .replace("<text>200</text>", "<text>50</text>")
                .replaceFirst("(germany_country\">\\s*)<text></text>", "$1<text>\"DE\"</text>")
                .replaceFirst("(germany_site\">\\s*)<text></text>", "$1<text>\"VIE\"</text>");
        return table.replace("      <rule id=\"oneParcel\">", row + "      <rule id=\"oneParcel\">");
    }
}
