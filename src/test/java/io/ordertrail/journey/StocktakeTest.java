package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.contention.Concurrently;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.allocation.Reservations;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.picking.RecordPicking;
import io.ordertrail.stock.stocktake.AlreadyCounted;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.BookStocktake;
import io.ordertrail.stock.stocktake.CancelStocktake;
import io.ordertrail.stock.stocktake.CountEntry;
import io.ordertrail.stock.stocktake.CountStock;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.RecountStocktake;
import io.ordertrail.stock.stocktake.Stocktake.State;
import io.ordertrail.stock.stocktake.Stocktake.Uncounted;
import io.ordertrail.stock.stocktake.StocktakeLine;
import io.ordertrail.stock.stocktake.StocktakeLines;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.stocktake.Stocktakes;
import io.ordertrail.stock.stocktake.SubmitStocktake;

/** Counting runs while goods move, and its result is booked once. */
@JourneyTest
class StocktakeTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Concurrently together;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    SaveSite saveSite;

    @Autowired
    OpenStocktake openStocktake;

    @Autowired
    CountStock countStock;

    @Autowired
    SubmitStocktake submitStocktake;

    @Autowired
    RecountStocktake recountStocktake;

    @Autowired
    ApproveStocktake approveStocktake;

    @Autowired
    BookStocktake bookStocktake;

    @Autowired
    CancelStocktake cancelStocktake;

    @Autowired
    RecordPicking recordPicking;

    @Autowired
    Reservations reservations;

    @Autowired
    Stocktakes stocktakes;

    @Autowired
    StocktakeLines lines;

    @Autowired
    StockItems items;

    @Autowired
    StockMovements movements;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void wanda_counts() {
        signIn("wanda");
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void movements_between_count_and_booking_are_not_lost() {
        var lamp = company.product(10);
        var early = order(lamp, 2);
        var number = open(lamp);
        ship(early);
        countStock.count(number, new CountEntry(lamp, 7, null, false));
        ship(order(lamp, 3));
        company.receive(lamp, "VIE", 20);
        order(lamp, 4);

        approved(number);
        bookStocktake.book(number);

        assertThat(line(number, lamp).difference())
                .as("seven counted, eight in the books")
                .isEqualTo(-1);
        assertThat(desk.onHand(lamp)).isEqualTo(10 - 2 - 1 - 3 + 20);
        assertThat(desk.available(lamp)).isEqualTo(desk.onHand(lamp) - 4);
        assertThat(stocktakeMovements(lamp)).singleElement().satisfies(movement -> {
            assertThat(movement.onHandChange()).isEqualTo(-1);
            assertThat(movement.document()).isEqualTo("S" + number);
            assertThat(movement.reason()).isEqualTo("spring count");
            assertThat(movement.actor()).isEqualTo("wanda");
        });
        theLedgerAddsUp(lamp);
    }

    @Test
    void picked_goods_are_not_missing_in_the_count() {
        var lamp = company.product(10);
        var number = order(lamp, 4);
        var reserved = reservations.openOf(number).get(0);
        recordPicking.recordFound(number, reserved.id(), 4);
        var stocktake = open(lamp);

        countStock.count(stocktake, new CountEntry(lamp, 6, null, false));

        assertThat(line(stocktake, lamp).isRight()).isTrue();
        assertThat(line(stocktake, lamp).picked()).isEqualTo(4);
    }

    @Test
    void missing_allocated_goods_send_the_orders_allocated_last_back() {
        var lamp = company.product(10);
        var first = order(lamp, 6);
        var last = order(lamp, 4);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 7, null, false));
        approved(number);

        assertThat(bookStocktake.book(number)).containsExactly(last);

        assertThat(desk.state(first)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.task(last, Element.DECIDE_ON_SHORTAGE))
                .as("sales has a task")
                .isNotNull();
        assertThat(desk.onHand(lamp)).isEqualTo(7);
        theLedgerAddsUp(lamp);
    }

    @Test
    void a_surplus_goes_to_backorders_at_once() {
        var lamp = company.product(0);
        var waiting = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 3)));
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 5, null, false));
        approved(number);

        bookStocktake.book(number);

        assertThat(desk.state(waiting)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.available(lamp)).isEqualTo(2);
        theLedgerAddsUp(lamp);
    }

    @Test
    void an_order_that_loses_goods_does_not_overtake_backorders_of_the_found_goods() {
        var lost = company.product(2);
        var found = company.product(0);
        var first = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(found, 1)));
        var loser =
                enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lost, 2, found, 1)));
        company.receive(lost, "VIE", 2);
        var number = openStocktake
                .open(new StocktakePlan("VIE", false, List.of(lost, found), "spring count"))
                .number();
        countStock.count(number, new CountEntry(lost, 0, null, false));
        countStock.count(number, new CountEntry(found, 1, null, false));
        approved(number);

        bookStocktake.book(number);

        assertThat(desk.state(first)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.state(loser)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        theLedgerAddsUp(lost);
        theLedgerAddsUp(found);
    }

    @Test
    @Tag("database")
    void a_stocktake_is_booked_once_even_by_several_at_the_same_time() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(10);
            var number = open(lamp);
            countStock.count(number, new CountEntry(lamp, 12, null, false));
            approved(number);

            var booked = together.all(6, i -> () -> Concurrently.orNull(() -> bookStocktake.book(number)));

            assertThat(booked.stream().filter(Objects::nonNull)).hasSize(1);
            assertThat(desk.onHand(lamp)).isEqualTo(12);
            assertThat(stocktakeMovements(lamp)).hasSize(1);
            theLedgerAddsUp(lamp);
        }
    }

    @Test
    @Tag("database")
    void of_a_booking_and_a_cancellation_at_the_same_time_one_wins() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(10);
            var number = open(lamp);
            countStock.count(number, new CountEntry(lamp, 9, null, false));
            approved(number);

            var done = together.both(() -> bookStocktake.book(number), () -> cancelStocktake.cancel(number));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(desk.onHand(lamp)).isEqualTo(stocktakes.get(number).state() == State.BOOKED ? 9 : 10);
        }
    }

    @Test
    @Tag("database")
    void counting_goes_on_while_orders_take_the_last_units() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(3);
            var customers = IntStream.range(0, 6)
                    .mapToObj(i -> company.customer(ShortagePolicy.CANCEL))
                    .toList();
            var number = open(lamp);

            together.all(
                    6,
                    i -> () -> i == 0
                            ? countStock.count(number, new CountEntry(lamp, 3, null, false))
                            : enterOrder.enter(TestCompany.order(customers.get(i), Map.of(lamp, 1))));

            assertThat(line(number, lamp).isRight()).isTrue();
            assertThat(desk.available(lamp)).isZero();
            theLedgerAddsUp(lamp);
        }
    }

    @Test
    @Tag("database")
    void a_count_waits_for_a_movement_in_progress() throws Exception {
        var lamp = company.product(10);
        var number = open(lamp);
        var counter = Executors.newSingleThreadExecutor();

        var count = new TransactionTemplate(transactions).execute(moving -> {
            company.receive(lamp, "VIE", 5);
            var counting = counter.submit(() -> countStock.count(number, new CountEntry(lamp, 15, null, false)));
            assertThatThrownBy(() -> counting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return counting;
        });
        count.get();
        counter.shutdown();

        assertThat(line(number, lamp).isRight())
                .as("compared with the stock after the movement")
                .isTrue();
    }

    @Test
    @Tag("database")
    void a_count_at_the_time_of_the_submission_is_included_or_refused() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(10);
            var shade = company.product(10);
            var number = openAll(lamp, shade);
            countStock.count(number, new CountEntry(lamp, 10, null, false));

            var done = together.both(
                    () -> countStock.count(number, new CountEntry(shade, 4, null, false)),
                    () -> submitStocktake.submit(number, Uncounted.AS_ZERO));

            assertThat(done.get(1)).isTrue();
            assertThat(line(number, shade).counted()).isEqualTo(done.get(0) ? 4 : 0);
            assertThat(line(number, shade).countedAt())
                    .isBeforeOrEqualTo(stocktakes.get(number).submittedAt());
        }
    }

    @Test
    void a_product_at_a_site_is_in_one_open_stocktake_and_the_refusal_names_it() {
        var lamp = company.product(3);
        var first = open(lamp);

        assertThatThrownBy(() -> open(lamp))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("S" + first)
                .hasMessageContaining(lamp);
        assertThatThrownBy(() -> openStocktake.open(new StocktakePlan("VIE", true, List.of(), "all")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is already being counted");
        assertThat(openStocktake.open(new StocktakePlan("ROT", false, List.of(lamp), "elsewhere")))
                .isNotNull();
    }

    @Test
    @Tag("database")
    void of_two_stocktakes_of_the_same_product_opened_at_the_same_time_one_is_refused() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(3);

            var opened = together.all(4, i -> () -> Concurrently.orNull(() -> open(lamp)));

            assertThat(opened.stream().filter(Objects::nonNull)).hasSize(1);
        }
    }

    @Test
    void a_cancelled_stocktake_changes_no_stock_and_frees_its_products() {
        var lamp = company.product(10);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 2, null, false));
        approved(number);

        cancelStocktake.cancel(number);

        assertThat(desk.onHand(lamp)).isEqualTo(10);
        assertThat(stocktakeMovements(lamp)).isEmpty();
        assertThatThrownBy(() -> bookStocktake.book(number))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cancelled");
        assertThat(open(lamp)).isGreaterThan(number);
    }

    @Test
    void a_booked_stocktake_cannot_change() {
        var lamp = company.product(10);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 10, null, false));
        approved(number);
        bookStocktake.book(number);

        for (Runnable late : List.<Runnable>of(
                () -> bookStocktake.book(number),
                () -> cancelStocktake.cancel(number),
                () -> recountStocktake.recount(number),
                () -> approveStocktake.approve(number, 1),
                () -> submitStocktake.submit(number, null),
                () -> countStock.count(number, new CountEntry(lamp, 1, 10, false)))) {
            assertThatThrownBy(late::run).isInstanceOf(Refusal.class).hasMessageContaining("booked by wanda");
        }
        assertThat(open(lamp)).as("may be counted again").isGreaterThan(number);
    }

    @Test
    void large_variances_need_approval_by_a_person_who_neither_counted_nor_submitted() {
        var lamp = company.product(100);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 40, null, false));
        signIn("susan");
        submitStocktake.submit(number, null);

        for (var involved : List.of("wanda", "susan")) {
            signIn(involved);
            assertThatThrownBy(() -> approveStocktake.approve(number, 1))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("second person");
        }
        assertThatThrownBy(() -> bookStocktake.book(number))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("waits for approval");
        signIn("mary");
        approveStocktake.approve(number, 1);
        assertThat(stocktakes.get(number).approvedBy()).isEqualTo("mary");
    }

    @Test
    void small_variances_may_be_approved_by_the_person_who_submitted_them() {
        var lamp = company.product(100);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 50, null, false));
        submitStocktake.submit(number, null);

        approveStocktake.approve(number, 1);

        assertThat(stocktakes.get(number).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void figures_that_changed_since_they_were_displayed_are_not_approved() {
        var lamp = company.product(10);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 9, null, false));
        submitStocktake.submit(number, null);
        recountStocktake.recount(number);
        countStock.count(number, new CountEntry(lamp, 3, 9, false));
        submitStocktake.submit(number, null);

        assertThatThrownBy(() -> approveStocktake.approve(number, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("may have changed");
        approveStocktake.approve(number, 2);
    }

    @Test
    void a_recount_voids_the_approval() {
        var lamp = company.product(10);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 9, null, false));
        approved(number);

        recountStocktake.recount(number);

        assertThatThrownBy(() -> bookStocktake.book(number))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("being counted");
        assertThat(stocktakes.get(number).approvedBy()).isNull();
    }

    @Test
    void a_second_count_of_a_product_has_to_say_whether_it_replaces_or_adds() {
        var lamp = company.product(10);
        var number = open(lamp);
        countStock.count(number, new CountEntry(lamp, 4, null, false));

        var asked = catchThrowable(() -> countStock.count(number, new CountEntry(lamp, 6, null, false)));
        assertThat(asked).isInstanceOf(AlreadyCounted.class).hasMessageContaining("4 units, by wanda");
        assertThat(((AlreadyCounted) asked).line().counted()).isEqualTo(4);

        assertThat(countStock.count(number, new CountEntry(lamp, 6, 4, true))).isEqualTo(10);
        assertThatThrownBy(() -> countStock.count(number, new CountEntry(lamp, 6, 4, true)))
                .as("sent twice")
                .isInstanceOf(AlreadyCounted.class);
        assertThat(countStock.count(number, new CountEntry(lamp, 7, 10, false))).isEqualTo(7);
        assertThat(line(number, lamp).counted()).isEqualTo(7);
    }

    @Test
    @Tag("database")
    void two_counts_of_the_same_product_at_the_same_time_do_not_overwrite_each_other() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(10);
            var number = open(lamp);

            var counted = together.all(
                    4,
                    i -> () ->
                            Concurrently.orNull(() -> countStock.count(number, new CountEntry(lamp, i, null, false))));

            assertThat(counted.stream().filter(Objects::nonNull))
                    .containsExactly(line(number, lamp).counted());
        }
    }

    @Test
    void uncounted_products_are_left_out_or_set_to_zero_by_choice() {
        var counted = company.product(5);
        var missed = company.product(5);
        var empty = company.product(0);

        var choiceless = openAll(counted, missed, empty);
        countStock.count(choiceless, new CountEntry(counted, 5, null, false));
        assertThatThrownBy(() -> submitStocktake.submit(choiceless, null)).isInstanceOf(InvalidInput.class);
        submitStocktake.submit(choiceless, Uncounted.LEFT_OUT);
        assertThat(lines.notCounted(choiceless, Limit.unlimited()))
                .extracting(StocktakeLine::sku)
                .containsExactlyInAnyOrder(missed, empty);
        cancelStocktake.cancel(choiceless);

        var zero = openAll(counted, missed, empty);
        countStock.count(zero, new CountEntry(counted, 5, null, false));
        submitStocktake.submit(zero, Uncounted.AS_ZERO);
        approveStocktake.approve(zero, 1);
        bookStocktake.book(zero);
        assertThat(List.of(desk.onHand(counted), desk.onHand(missed), desk.onHand(empty)))
                .containsExactly(5, 0, 0);
        assertThat(line(zero, empty).wasCounted())
                .as("an uncounted zero is no proof of accuracy")
                .isFalse();
    }

    @Test
    void a_stocktake_without_any_count_is_not_submitted() {
        var number = open(company.product(5));

        assertThatThrownBy(() -> submitStocktake.submit(number, Uncounted.LEFT_OUT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("count something");
    }

    @Test
    void a_product_found_in_a_full_count_is_added_to_the_site() {
        var site = site();
        var known = company.product(0);
        company.receive(known, site, 5);
        var found = company.product(0);
        var number = openStocktake
                .open(new StocktakePlan(site, true, List.of(), "whole"))
                .number();

        countStock.count(number, new CountEntry(known, 5, null, false));
        countStock.count(number, new CountEntry(found, 2, null, false));
        approved(number);
        bookStocktake.book(number);

        assertThat(desk.onHand(found)).isEqualTo(2);
        assertThat(items.levels(List.of(found))).anyMatch(level -> level.site().equals(site) && level.onHand() == 2);
    }

    @Test
    void a_product_outside_a_stocktake_cannot_be_counted_in_it() {
        var number = open(company.product(5));
        var other = company.product(5);

        assertThatThrownBy(() -> countStock.count(number, new CountEntry(other, 1, null, false)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not part of stocktake S" + number);
        assertThatThrownBy(() -> countStock.count(number, new CountEntry("NOTHING", 1, null, false)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> countStock.count(number, new CountEntry(other, -1, null, false)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_site_without_stock_and_an_empty_list_are_refused() {
        assertThatThrownBy(() -> openStocktake.open(new StocktakePlan(site(), true, List.of(), "why")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> openStocktake.open(new StocktakePlan("VIE", false, List.of(), "why")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> openStocktake.open(new StocktakePlan("VIE", false, List.of("NOTHING"), "why")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("NOTHING");
        assertThatThrownBy(() -> openStocktake.open(new StocktakePlan("NOWHERE", true, List.of(), " ")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_shortage_of_goods_shipped_meanwhile_is_not_booked_and_can_be_counted_again() {
        var lamp = company.product(4);
        var shade = company.product(10);
        var number = openAll(lamp, shade);
        countStock.count(number, new CountEntry(lamp, 1, null, false));
        countStock.count(number, new CountEntry(shade, 12, null, false));
        approved(number);
        ship(order(lamp, 4));

        assertThatThrownBy(() -> bookStocktake.book(number))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Only 0 units of " + lamp);

        assertThat(desk.onHand(shade)).as("nothing of it was booked").isEqualTo(10);
        assertThat(stocktakes.get(number).state()).isEqualTo(State.APPROVED);
        recountStocktake.recount(number);
        countStock.count(number, new CountEntry(lamp, 0, 1, false));
        submitStocktake.submit(number, null);
        approveStocktake.approve(number, 2);
        bookStocktake.book(number);
        assertThat(List.of(desk.onHand(lamp), desk.onHand(shade))).containsExactly(0, 12);
    }

    private long open(String sku) {
        return openAll(sku);
    }

    private long openAll(String... skus) {
        return openStocktake
                .open(new StocktakePlan("VIE", false, Arrays.asList(skus), "spring count"))
                .number();
    }

    private void approved(long number) {
        submitStocktake.submit(number, null);
        approveStocktake.approve(number, stocktakes.get(number).round());
    }

    private String site() {
        return saveSite.save(new SiteData("S" + company.customer(), "Shed", "AT"))
                .code();
    }

    private OrderNumber order(String sku, int quantity) {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(sku, quantity)));
    }

    private void ship(OrderNumber number) {
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "ST-" + number);
    }

    private StocktakeLine line(long number, String sku) {
        return lines.findById(new StocktakeLine.Key(number, sku)).orElseThrow();
    }

    private List<StockMovement> stocktakeMovements(String sku) {
        return movements.findBySkuAndKindAndIdGreaterThanOrderById(sku, Kind.STOCKTAKE, 0L);
    }

    private void theLedgerAddsUp(String sku) {
        var sum = movements.sums().stream()
                .filter(at -> at.getSku().equals(sku) && at.getSite().equals("VIE"))
                .findFirst()
                .orElseThrow();
        var level = items.levels(List.of(sku)).stream()
                .filter(at -> at.site().equals("VIE"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(sum.getOnHand(), sum.getReserved()))
                .isEqualTo(List.of((long) level.onHand(), (long) level.reserved()));
    }

    private static void signIn(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, "", "ROLE_warehouse"));
    }
}
