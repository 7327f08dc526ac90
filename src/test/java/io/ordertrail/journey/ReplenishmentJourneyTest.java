package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.contention.Concurrently;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.process.engine.ReplenishStock.Element;
import io.ordertrail.process.order.DeliveryPromise;
import io.ordertrail.process.purchase.ReorderCheckLoop;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.replenishment.PurchaseOrder;
import io.ordertrail.stock.replenishment.PurchaseReceipt;
import io.ordertrail.stock.replenishment.ReceivePurchase;
import io.ordertrail.stock.replenishment.ReorderCheck;

/** Stock falls below its reorder point and is replenished: with real beans and real transactions. */
@JourneyTest
class ReplenishmentJourneyTest {

    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(3);

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Buyer buyer;

    @Autowired
    Concurrently together;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ReorderCheckLoop watch;

    @Autowired
    ReorderCheck reorderCheck;

    @Autowired
    ReceivePurchase receivePurchase;

    @Autowired
    DeliveryPromise deliveryPromise;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    private String cup;

    @BeforeEach
    void ten_cups_with_reorder_point_eight() {
        cup = company.product(10);
        buyer.setReorderLevel(cup, 8, 20);
    }

    @Test
    @Tag("database")
    void a_purchase_is_received_in_two_parts() {
        watch.check();
        assertThat(buyer.all(cup)).as("above the point").isEmpty();

        sell(3);
        watch.check();
        var number = only();
        assertThat(buyer.get(number))
                .returns(PurchaseOrder.State.PROPOSED, PurchaseOrder::state)
                .returns(20, PurchaseOrder::suggested);
        assertThat(buyer.task(number, Element.DECIDE_ON_REPLENISHMENT)).isNotNull();
        watch.check();
        assertThat(buyer.all(cup)).as("proposed once").hasSize(1);

        buyer.order(number, 24, SOON);
        assertThat(buyer.supply(cup).incoming()).isEqualTo(24);
        assertThat(buyer.waitsForGoods(number)).isTrue();

        assertThat(receive(number, "a", 10).purchase()).isEqualTo(number);
        assertThat(buyer.get(number))
                .returns(10, PurchaseOrder::received)
                .returns(14, PurchaseOrder::open)
                .returns(SOON, PurchaseOrder::expected);
        assertThat(buyer.supply(cup))
                .returns(17, position -> position.available())
                .returns(14, position -> position.incoming());
        assertThat(buyer.waitsForGoods(number))
                .as("the open quantity is awaited")
                .isTrue();

        receive(number, "b", 14);
        assertThat(buyer.get(number).state()).isEqualTo(PurchaseOrder.State.RECEIVED);
        assertThat(buyer.isEnded(number)).isTrue();
        assertThat(buyer.supply(cup))
                .returns(31, position -> position.available())
                .returns(0, position -> position.incoming());
    }

    @Test
    void a_stock_level_with_a_proposal_is_not_in_the_next_check() {
        sell(3);
        assertThat(reorderCheck.belowReorderPoint(Limit.unlimited())).contains(new StockItem.Key(cup, "VIE"));

        watch.check();

        assertThat(buyer.get(only()).state()).isEqualTo(PurchaseOrder.State.PROPOSED);
        assertThat(reorderCheck.belowReorderPoint(Limit.unlimited())).doesNotContain(new StockItem.Key(cup, "VIE"));
    }

    @Test
    void the_instance_of_a_purchase_cannot_be_deleted() {
        sell(3);
        watch.check();
        var number = only();
        var instance = buyer.task(number, Element.DECIDE_ON_REPLENISHMENT).getProcessInstanceId();

        assertThatThrownBy(() -> runtime.deleteProcessInstance(instance, "no", true))
                .isInstanceOf(Refusal.class);

        buyer.order(number, 24, SOON);
        receive(number, null, 24);
        assertThat(buyer.isEnded(number)).isTrue();
    }

    @Test
    void a_backorder_has_an_availability_date_and_is_served_by_the_receipt() {
        var waiting = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 34)));
        assertThat(desk.state(waiting)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(promised(waiting)).as("nothing is incoming").isNull();

        watch.check();
        var number = only();
        assertThat(buyer.get(number).suggested())
                .as("the quantity the order is missing")
                .isEqualTo(24);
        buyer.order(number, 24, SOON);
        assertThat(promised(waiting)).isEqualTo(SOON.plusDays(5));

        receive(number, null, 24);
        assertThat(desk.state(waiting)).isEqualTo(OrderState.CONFIRMED);
        assertThat(promised(waiting)).isNull();
        assertThat(buyer.isEnded(number)).isTrue();
    }

    @Test
    void each_backorder_has_the_availability_date_of_its_position_in_the_queue() {
        sell(10);
        var first = waiting(Priority.NORMAL);
        var second = waiting(Priority.NORMAL);
        var urgent = waiting(Priority.HIGH);
        watch.check();
        buyer.order(only(), 9, SOON);
        assertThat(List.of(urgent, first))
                .allSatisfy(served -> assertThat(promised(served)).isEqualTo(SOON.plusDays(5)));
        assertThat(promised(second)).as("the other orders leave one of nine").isNull();
    }

    private OrderNumber waiting(Priority priority) {
        var lines = List.of(new NewOrder.Line(cup, 4, null, null));
        return enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(ShortagePolicy.WAIT),
                null,
                null,
                false,
                null,
                TestCompany.BERLIN,
                lines,
                priority));
    }

    @Test
    void overdue_goods_are_chased_postponed_and_finally_the_open_quantity_is_closed() {
        var number = ordered(24);
        receive(number, null, 4);
        buyer.overdue(number);
        assertThat(buyer.task(number, Element.CHASE_SUPPLIER)).isNotNull();

        chase(
                number,
                "supplierDecision",
                "newDay",
                "expectedDay",
                SOON.plusDays(7).toString());
        assertThat(buyer.get(number).expected()).isEqualTo(SOON.plusDays(7));
        assertThat(buyer.waitsForGoods(number)).isTrue();

        buyer.overdue(number);
        assertThatThrownBy(() -> chase(number, "supplierDecision", "close"))
                .as("without a reason")
                .isInstanceOf(Refusal.class);
        chase(number, "supplierDecision", "close", "supplierReason", "no longer made");
        assertThat(buyer.get(number))
                .returns(PurchaseOrder.State.CLOSED, PurchaseOrder::state)
                .returns(0, PurchaseOrder::open)
                .returns("no longer made", PurchaseOrder::note);
        assertThat(buyer.supply(cup).incoming()).isZero();
        assertThat(buyer.isEnded(number)).isTrue();
        assertThatThrownBy(() -> receive(number, null, 1)).hasMessageContaining("0 units");
    }

    @Test
    void goods_that_arrive_during_the_chase_end_it() {
        var number = ordered(24);
        buyer.overdue(number);
        receive(number, null, 24);
        assertThat(buyer.get(number).state()).isEqualTo(PurchaseOrder.State.RECEIVED);
        assertThat(buyer.isEnded(number)).isTrue();
    }

    @Test
    void a_declined_proposal_is_made_again_when_the_stock_falls_again() {
        sell(3);
        watch.check();
        buyer.decline(only(), "end of the season");
        assertThat(buyer.all(cup).get(0))
                .returns(PurchaseOrder.State.DECLINED, PurchaseOrder::state)
                .returns("end of the season", PurchaseOrder::note);

        sell(1);
        watch.check();
        assertThat(buyer.all(cup)).as("no new proposal yet").hasSize(1);

        company.receive(cup, "VIE", 5);
        watch.check();
        sell(5);
        watch.check();
        assertThat(buyer.all(cup)).as("the stock fell below its point again").hasSize(2);
    }

    @Test
    void a_declined_proposal_is_made_again_after_a_while() {
        sell(3);
        watch.check();
        buyer.decline(only(), "end of the season");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> sql.update(
                        "update stock_item set snoozed_until = timestamp '2020-01-01 00:00:00' where sku = ?", cup));

        watch.check();
        assertThat(buyer.all(cup)).hasSize(2);
    }

    @Test
    void after_an_order_below_the_reorder_point_there_is_no_new_proposal_at_once() {
        sell(9);
        watch.check();
        buyer.order(only(), 2, SOON);
        watch.check();
        assertThat(buyer.all(cup)).hasSize(1);
    }

    @Test
    void a_decline_needs_a_reason() {
        sell(3);
        var number = buyer.propose(cup);
        assertThatThrownBy(() -> buyer.decline(number, "")).isInstanceOf(Refusal.class);
        assertThat(buyer.task(number, Element.DECIDE_ON_REPLENISHMENT)).isNotNull();
    }

    @Test
    void a_repeated_receipt_is_booked_once_and_a_receipt_above_the_open_quantity_is_refused() {
        var number = ordered(24);
        var id = "twice-" + number;
        assertThat(receive(number, id, 4).id()).isEqualTo(receive(number, id, 4).id());
        assertThat(buyer.get(number).received()).isEqualTo(4);
        assertThatThrownBy(() -> receive(number, null, 21))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("20 units");

        buyer.setReorderLevel(cup, 100, 20);
        var other = buyer.propose(cup);
        buyer.order(other, 5, SOON);
        assertThatThrownBy(() -> receive(other, id, 4))
                .as("an id of another purchase")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_purchase_has_only_the_instance_that_was_started_with_it() {
        sell(3);
        var number = buyer.propose(cup);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ReplenishStock.PROCESS, number.value()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ReplenishStock.PROCESS, "P-999999999"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @Tag("database")
    void two_nodes_that_check_at_the_same_time_propose_once() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            ten_cups_with_reorder_point_eight();
            together.all(2, i -> () -> enterOrder.enter(TestCompany.order(company.customer(), Map.of(cup, 2))));

            var key = new StockItem.Key(cup, "VIE");
            together.all(4, i -> () -> {
                reorderCheck.propose(key);
                return null;
            });

            assertThat(buyer.all(cup)).hasSize(1);
        }
    }

    /** Two checks may both run before either has written; then the unique key refuses the second proposal. */
    @Test
    @Tag("database")
    void the_key_of_open_proposals_refuses_a_second_one() {
        sell(3);
        buyer.propose(cup);
        assertThatThrownBy(() ->
                        new TransactionTemplate(transactions).executeWithoutResult(status -> sql.update("""
        insert into purchase_order (id, sku, site, state, suggested, received, proposed_at)
        values (-7, ?, 'VIE', 'PROPOSED', 1, 0, current_timestamp)""", cup)))
                .rootCause()
                .message()
                .containsIgnoringCase("purchase_proposed_once");
    }

    @Test
    @Tag("database")
    void of_two_decisions_on_one_proposal_one_wins() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            ten_cups_with_reorder_point_eight();
            sell(3);
            var number = buyer.propose(cup);
            var task = buyer.task(number, Element.DECIDE_ON_REPLENISHMENT);

            var done = together.both(
                    () -> desk.complete(
                            task,
                            "replenishmentDecision",
                            "order",
                            "orderedPieces",
                            "24",
                            "expectedDay",
                            SOON.toString()),
                    () -> desk.complete(task, "replenishmentDecision", "decline", "replenishmentReason", "no money"));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(buyer.supply(cup).incoming()).isEqualTo(done.get(0) ? 24 : 0);
            assertThat(buyer.isEnded(number)).isEqualTo(done.get(1));
        }
    }

    @Test
    @Tag("database")
    void a_receipt_and_a_closing_at_the_same_time_are_consistent() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            ten_cups_with_reorder_point_eight();
            var number = ordered(24);
            buyer.overdue(number);
            var task = buyer.task(number, Element.CHASE_SUPPLIER);

            var done = together.both(
                    () -> receive(number, null, 10),
                    () -> desk.complete(task, "supplierDecision", "close", "supplierReason", "will not come"));

            assertThat(done.get(1))
                    .as("the open quantity is closed, whatever it is")
                    .isTrue();
            assertThat(buyer.get(number))
                    .returns(PurchaseOrder.State.CLOSED, PurchaseOrder::state)
                    .returns(done.get(0) ? 10 : 0, PurchaseOrder::received);
            assertThat(buyer.supply(cup))
                    .returns(0, position -> position.incoming())
                    .returns(done.get(0) ? 17 : 7, position -> position.available());
            assertThat(buyer.isEnded(number)).isTrue();
        }
    }

    @Test
    @Tag("database")
    void receipts_at_the_same_time_add_up_and_the_last_ends_the_purchase() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            ten_cups_with_reorder_point_eight();
            var number = ordered(24);
            together.all(4, i -> () -> receive(number, "r" + i + number, 6));
            assertThat(buyer.get(number).state()).isEqualTo(PurchaseOrder.State.RECEIVED);
            assertThat(buyer.supply(cup))
                    .returns(0, position -> position.incoming())
                    .returns(31, position -> position.available());
            assertThat(buyer.isEnded(number)).isTrue();
        }
    }

    private PurchaseNumber ordered(int quantity) {
        sell(3);
        var number = buyer.propose(cup);
        buyer.order(number, quantity, SOON);
        return number;
    }

    private void sell(int quantity) {
        enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, quantity)));
    }

    private PurchaseNumber only() {
        var all = buyer.all(cup);
        assertThat(all).hasSize(1);
        return all.get(0).number();
    }

    private void chase(PurchaseNumber number, String... fields) {
        desk.complete(buyer.task(number, Element.CHASE_SUPPLIER), fields);
    }

    private StockMovement receive(PurchaseNumber number, String id, int quantity) {
        return receivePurchase.receive(number, new PurchaseReceipt(id, quantity, null));
    }

    private LocalDate promised(OrderNumber number) {
        return deliveryPromise.of(desk.order(number)).orElse(null);
    }
}
