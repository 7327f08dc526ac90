package io.ordertrail.process.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Caller;
import io.ordertrail.actor.Stamp;
import io.ordertrail.change.Change;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.bundle.Bundle.State;
import io.ordertrail.refusal.Refusal;

/** A bundle comes into force for new orders, and is taken back. */
@JourneyTest
class ForceBundleTest {

    private static final String CHECKS = "order-checks.dmn";

    @Autowired
    Bundles bundles;

    @Autowired
    BundleFiles files;

    @Autowired
    DraftBundle draftBundle;

    @Autowired
    ForceBundle forceBundle;

    @Autowired
    ShippedBundle shippedBundle;

    @Autowired
    Changes changes;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @BeforeEach
    @AfterEach
    void the_files_of_the_product_are_in_force() {
        shippedBundle.take(shippedBundle.shipped());
        if (!BundleFiles.same(files.of(inForce()), shippedBundle.shipped())) {
            forceBundle.force(draft(shippedBundle.shipped()).number(), null);
        }
    }

    @Test
    void a_draft_changes_nothing_until_it_is_put_in_force_and_is_taken_back_at_once() {
        var before = inForce().number();
        var draft = draft(Map.of(CHECKS, strict()));
        assertThat(draft.state()).isEqualTo(State.CHECKED);
        assertThat(holds()).isEmpty();

        forceBundle.force(draft.number(), before);
        assertThat(holds()).containsExactly("large-first-order");
        assertThat(bundles.get(before).state()).isEqualTo(State.RETIRED);

        forceBundle.takeBack(draft.number());
        assertThat(holds()).isEmpty();
        assertThat(inForce().number()).isEqualTo(before);
        assertThat(bundles.get(draft.number()).state()).isEqualTo(State.RETIRED);
    }

    @Test
    void the_trail_tells_each_step_with_before_and_after() {
        var draft = draft(Map.of(CHECKS, strict()));
        forceBundle.force(draft.number(), null);
        forceBundle.takeBack(draft.number());
        assertThat(changes.history(Subject.Kind.BUNDLE, String.valueOf(draft.number())))
                .extracting(Change::difference)
                .extracting(one -> one.former() + " " + one.current())
                .containsExactly("null DRAFT", "DRAFT CHECKED", "CHECKED IN_FORCE", "IN_FORCE RETIRED");
    }

    @Test
    void a_mistake_keeps_a_draft_from_coming_into_force() {
        var before = inForce().number();
        var wrong = text("order-fulfilment.bpmn").replace("${checkOrderDelegate}", "${chekOrderDelegate}");
        var draft = draft(Map.of("order-fulfilment.bpmn", bytes(wrong)));
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(CheckBundle.last(draft).orElseThrow().refusing()).isPositive();
        assertThatThrownBy(() -> forceBundle.force(draft.number(), before))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .hasMessageContaining("keeps bundle");
        assertThat(inForce().number()).isEqualTo(before);
    }

    @Test
    void a_mended_draft_takes_the_rest_from_the_wrong_one() {
        var wrong = draft(Map.of(
                CHECKS, bytes(text(CHECKS).replace("&gt; 5000", "&gt; 1.000,00")), "site-choice.dmn", moreNear()));
        var mended = draftBundle.upload(Map.of(CHECKS, strict()), "", wrong.number());
        assertThat(mended.state()).isEqualTo(State.CHECKED);
        assertThat(files.of(mended, "site-choice.dmn")).isEqualTo(moreNear());
    }

    @Test
    void of_two_people_at_the_same_time_one_wins_and_the_other_is_told() throws Exception {
        var seen = inForce().number();
        var one = draft(Map.of(CHECKS, strict())).number();
        var other = draft(Map.of("site-choice.dmn", moreNear())).number();
        var people = Executors.newFixedThreadPool(2);
        var results =
                people.invokeAll(List.<Callable<Boolean>>of(() -> isForced(one, seen), () -> isForced(other, seen)));
        people.shutdown();
        assertThat(results.stream().map(ForceBundleTest::result)).containsExactlyInAnyOrder(true, false);
        assertThatThrownBy(() -> forceBundle.force(inForce().number() == one ? other : one, seen))
                .hasMessageContaining("Somebody else");
    }

    @Test
    void deadlines_hold_for_steps_that_begin_afterwards() throws Exception {
        var deadlines = text("deadlines.properties").replaceFirst("reviewOrder=\\w+", "reviewOrder=PT30M");
        forceBundle.force(
                draft(Map.of("deadlines.properties", bytes(deadlines), CHECKS, strict()))
                        .number(),
                null);
        Thread.sleep(Duration.ofMillis(1100).toMillis()); // nodes read the deadlines once a second
        var lamp = company.product(1000);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 30)));
        var due = desk.task(number, "reviewOrder").getDueDate().toInstant();
        assertThat(Duration.between(Instant.now(), due)).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(31));
    }

    @Test
    void the_author_puts_nothing_in_force_where_a_second_person_is_asked_for() {
        var strictly = new ForceBundle(bundles, null, null, new BundleSettings(true), new Named("ordertrail"));
        var draft = draft(Map.of(CHECKS, strict()));
        assertThat(strictly.needsSomebodyElse(draft)).isTrue();
        assertThatThrownBy(() -> strictly.force(draft.number(), null)).hasMessageContaining("another person");
        assertThat(new ForceBundle(bundles, null, null, new BundleSettings(true), new Named("ben"))
                        .needsSomebodyElse(draft))
                .isFalse();
    }

    private boolean isForced(long number, Long seen) {
        try {
            forceBundle.force(number, seen);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            return false;
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> holds() {
        var lamp = company.product(1000);
        return desk.openHolds(enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 30))));
    }

    private Bundle draft(Map<String, byte[]> upload) {
        return draftBundle.upload(upload, "", null);
    }

    private Bundle inForce() {
        return bundles.inForce().orElseThrow();
    }

    private byte[] strict() {
        return bytes(text(CHECKS).replace("&gt; 5000", "&gt; 200"));
    }

    private byte[] moreNear() {
        return bytes(text("site-choice.dmn").replace("<text>200</text>", "<text>300</text>"));
    }

    private String text(String file) {
        return new String(shippedBundle.shipped().get(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Somebody of this name. */
    private record Named(String name) implements Actor {

        @Override
        public Stamp stamp() {
            return new Stamp(name, Instant.now());
        }

        @Override
        public Caller caller() {
            return Runnable::run;
        }

        @Override
        public boolean isIn(String group) {
            return false;
        }

        @Override
        public boolean isOrdertrail() {
            return false;
        }
    }
}
