package io.ordertrail.process.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderFigures;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.DraftBundle;
import io.ordertrail.process.bundle.ForceBundle;
import io.ordertrail.process.check.ShippedFiles;

/** For an hour, a bundle shows how orders fare since it came into force. */
@JourneyTest
class BundleOutcomeTest {

    @Autowired
    BundleOutcome outcome;

    @Autowired
    OrderFigures orders;

    @Autowired
    HistoryService history;

    @Autowired
    Clock clock;

    @Autowired
    Bundles bundles;

    @Autowired
    DraftBundle draftBundle;

    @Autowired
    ForceBundle forceBundle;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    private Bundle strict;

    @AfterEach
    void the_table_before_is_in_force_again() {
        forceBundle.takeBack(strict.number());
    }

    @Test
    void orders_since_then_are_compared_with_those_before() {
        var table = ShippedFiles.text("order-checks.dmn").replace("&gt; 5000", "&gt; 200");
        var draft = draftBundle.upload(Map.of("order-checks.dmn", table.getBytes(StandardCharsets.UTF_8)), "", null);
        enter(30);
        strict = forceBundle.force(draft.number(), null);
        enter(30);
        enter(1);

        var seen = outcome.of(bundles.get(strict.number())).orElseThrow();
        assertThat(seen.after().entered()).isEqualTo(2);
        assertThat(seen.after().held()).isEqualTo(1);
        assertThat(seen.after().rejected()).isZero();
        assertThat(seen.after().incidents()).isZero();
        assertThat(seen.after().toConfirmation()).isLessThan(Duration.ofMinutes(1));
        assertThat(later(Duration.ofMinutes(59))
                        .of(strict)
                        .orElseThrow()
                        .before()
                        .entered())
                .isPositive();
        assertThat(later(Duration.ofMinutes(61)).of(strict)).isEmpty();
    }

    private BundleOutcome later(Duration time) {
        return new BundleOutcome(orders, history, Clock.offset(clock, time));
    }

    private void enter(int quantity) {
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1000), quantity)));
    }
}
