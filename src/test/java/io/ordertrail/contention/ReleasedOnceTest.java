package io.ordertrail.contention;

import static io.ordertrail.process.engine.OrderFulfilment.Element.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.stock.picking.RecordPicking;

/** An order is cancelled at each step at which it can wait: its reservations are released, and released once. */
@JourneyTest
@Tag("race")
class ReleasedOnceTest {

    private static final int ON_HAND = 5;
    private static final int AT_ONCE = 4;

    private enum Step {
        IN_REVIEW,
        IN_CORRECTION,
        ASKED,
        IN_LINE,
        IN_LINE_WITH_A_PART,
        ASKED_AGAIN,
        TO_BE_PICKED,
        PICKED_SHORT,
        TO_BE_SHIPPED
    }

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Concurrently together;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReleaseHold releaseHold;

    @Autowired
    PickList pickList;

    @Autowired
    RecordPicking recordPicking;

    @Autowired
    StockMovements movements;

    @Autowired
    CheckStock checkStock;

    private String lamp;

    @ParameterizedTest
    @EnumSource(Step.class)
    void reservations_of_an_order_cancelled_twice_are_released_once(Step step) {
        var number = at(step);
        cancel(number);
        allIsReleased(number);
        assertThatThrownBy(() -> cancel(number)).isInstanceOf(Refusal.class);
        allIsReleased(number);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void reservations_of_an_order_cancelled_by_several_at_the_same_time_are_released_once(Step step) throws Exception {
        var number = at(step);
        var cancelled = together.all(
                AT_ONCE,
                i -> () -> Concurrently.orNull(() -> {
                    cancel(number);
                    return number;
                }));
        assertThat(cancelled.stream().filter(Objects::nonNull)).hasSize(1);
        allIsReleased(number);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void an_order_cancelled_while_it_continues_is_either_cancelled_or_continues(Step step) throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = at(step);
            var goOn = next(step, number);
            var cancelled = together.both(() -> cancel(number), goOn).get(0);
            assertThat(cancelled)
                    .as("only a shipped order cannot be cancelled")
                    .isEqualTo(desk.state(number) == OrderState.CANCELLED);
            if (cancelled) {
                allIsReleased(number);
            } else {
                assertThat(desk.state(number)).isEqualTo(OrderState.SHIPPED);
            }
            assertThat(checkStock.of(List.of(lamp))).isEmpty();
        }
    }

    private void allIsReleased(OrderNumber number) {
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.isEnded(number)).isTrue();
        assertThat(desk.available(lamp)).isEqualTo(desk.onHand(lamp));
        assertThat(booked(Kind.RELEASE))
                .isEqualTo(booked(Kind.RESERVATION) + booked(Kind.SHIPMENT) + booked(Kind.SHORTFALL));
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    /** The units reserved or released by movements of this kind, always positive for released ones. */
    private int booked(Kind kind) {
        return movements
                        .newest(
                                lamp,
                                "",
                                EnumSet.allOf(Kind.class),
                                Instant.parse("9999-01-01T00:00:00Z"),
                                0,
                                Limit.of(100))
                        .stream()
                        .filter(movement -> movement.kind() == kind)
                        .mapToInt(StockMovement::reservedChange)
                        .sum()
                * (kind == Kind.RELEASE ? -1 : 1);
    }

    private OrderNumber at(Step step) {
        lamp = company.product(ON_HAND);
        return switch (step) {
            case IN_REVIEW -> enterOrder.enter(cheap());
            case IN_CORRECTION -> {
                var number = enterOrder.enter(cheap());
                desk.complete(number, REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Price is a slip");
                yield number;
            }
            case ASKED -> enter(ON_HAND + 1, ShortagePolicy.ASK);
            case IN_LINE -> {
                company.lose(lamp, "VIE", ON_HAND);
                yield enter(2, ShortagePolicy.WAIT);
            }
            case IN_LINE_WITH_A_PART -> enter(ON_HAND + 2, ShortagePolicy.WAIT);
            case ASKED_AGAIN -> {
                var number = enter(ON_HAND + 2, ShortagePolicy.WAIT);
                desk.fireTimer(number, STOCK_WAITED_TOO_LONG);
                yield number;
            }
            case TO_BE_PICKED -> enter(2, ShortagePolicy.ASK);
            case PICKED_SHORT -> {
                var number = enter(3, ShortagePolicy.ASK);
                recordPicking.recordFound(number, pickList.lines(number).get(0).id(), 2);
                desk.complete(number, PICK_AND_PACK);
                yield number;
            }
            case TO_BE_SHIPPED -> picked(enter(2, ShortagePolicy.ASK));
        };
    }

    /**
     * What happens to the order at this step unless it is cancelled. It is read before, as people see it on the screen.
     */
    private Runnable next(Step step, OrderNumber number) {
        return switch (step) {
            case IN_REVIEW ->
                () -> {
                    var holds = desk.order(number).holds();
                    holds.stream().filter(Hold::open).forEach(hold -> releaseHold.release(number, holds.indexOf(hold)));
                    end(number, REVIEW_ORDER, "reviewDecision", "approve");
                };
            case IN_CORRECTION -> ending(number, CORRECT_ORDER, "correctionDecision", "resubmit");
            case ASKED -> ending(number, DECIDE_ON_SHORTAGE, "shortageDecision", "wait");
            case IN_LINE -> {
                var patience = desk.timerJob(number, STOCK_WAITED_TOO_LONG);
                yield () -> together.executeDueJob(patience);
            }
            case IN_LINE_WITH_A_PART, ASKED_AGAIN -> () -> company.receive(lamp, "VIE", 2);
            case PICKED_SHORT -> ending(number, DECIDE_ON_SHORTAGE, "shortageDecision", "goOn");
            case TO_BE_PICKED -> ending(number, PICK_AND_PACK);
            case TO_BE_SHIPPED -> ending(number, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "B-" + number);
        };
    }

    private Runnable ending(OrderNumber number, String element, String... fields) {
        var task = desk.task(number, element);
        return () -> desk.complete(task, fields);
    }

    private void end(OrderNumber number, String element, String... fields) {
        var task = desk.task(number, element);
        if (task == null) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "task.gone");
        }
        desk.complete(task, fields);
    }

    private OrderNumber picked(OrderNumber number) {
        desk.complete(number, PICK_AND_PACK);
        return number;
    }

    private void cancel(OrderNumber number) {
        cancelOrder.cancel(number, new Cancellation("no longer needed"));
    }

    private OrderNumber enter(int quantity, ShortagePolicy shortagePolicy) {
        return enterOrder.enter(TestCompany.order(company.customer(shortagePolicy), Map.of(lamp, quantity)));
    }

    private NewOrder cheap() {
        return TestCompany.order(
                company.customer(), TestCompany.BERLIN, List.of(new NewOrder.Line(lamp, 2, BigDecimal.ONE, null)));
    }
}
