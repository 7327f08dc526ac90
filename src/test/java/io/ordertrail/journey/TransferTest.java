package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

import io.ordertrail.contention.Concurrently;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.transfer.ReceiveTransfer;
import io.ordertrail.stock.transfer.SendTransfer;
import io.ordertrail.stock.transfer.Transfer;
import io.ordertrail.stock.transfer.TransferPlan;
import io.ordertrail.stock.transfer.TransferPlan.Goods;
import io.ordertrail.stock.transfer.TransferReceipt;
import io.ordertrail.stock.transfer.Transfers;

/** Goods between sites: issued at one, received at the other, and on hand nowhere in between. */
@JourneyTest
class TransferTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Concurrently together;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    SendTransfer sendTransfer;

    @Autowired
    ReceiveTransfer receiveTransfer;

    @Autowired
    Transfers transfers;

    @Autowired
    StockItems items;

    @Autowired
    StockMovements movements;

    @Test
    void goods_in_transit_are_nowhere_on_hand() {
        var lamp = company.product(10);

        var number = send(lamp, 4);

        assertThat(List.of(at(lamp, "VIE").onHand(), desk.onHand(lamp), desk.available(lamp)))
                .containsExactly(6, 6, 6);
        receiveTransfer.receive(number, new TransferReceipt(Map.of(lamp, 4), null));
        assertThat(List.of(at(lamp, "VIE").onHand(), at(lamp, "ROT").onHand())).containsExactly(6, 4);
        assertThat(ofTransfer(lamp, number))
                .extracting(StockMovement::kind, StockMovement::site, StockMovement::onHandChange)
                .containsExactlyInAnyOrder(tuple(Kind.TRANSFER, "VIE", -4), tuple(Kind.TRANSFER, "ROT", 4));
        theLedgerAddsUp(lamp);
    }

    @Test
    void goods_that_did_not_arrive_are_a_loss_with_a_reason() {
        var lamp = company.product(10);
        var number = send(lamp, 4);

        assertThatThrownBy(() -> receiveTransfer.receive(number, new TransferReceipt(Map.of(lamp, 3), " ")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("reason");
        receiveTransfer.receive(number, new TransferReceipt(Map.of(lamp, 3), "fell off the lorry"));

        assertThat(at(lamp, "ROT").onHand()).isEqualTo(3);
        assertThat(ofTransfer(lamp, number)).anySatisfy(movement -> {
            assertThat(List.of(movement.kind(), movement.site(), movement.onHandChange()))
                    .isEqualTo(List.of(Kind.LOSS, "ROT", -1));
            assertThat(movement.reason()).isEqualTo("fell off the lorry");
        });
        theLedgerAddsUp(lamp);
    }

    @Test
    void a_transfer_may_arrive_empty() {
        var lamp = company.product(10);
        var number = send(lamp, 4);

        receiveTransfer.receive(number, new TransferReceipt(Map.of(lamp, 0), "stolen"));

        assertThat(desk.onHand(lamp)).isEqualTo(6);
        theLedgerAddsUp(lamp);
    }

    @Test
    void a_receipt_names_each_product_and_no_more_than_was_sent() {
        var lamp = company.product(10);
        var number = send(lamp, 4);

        for (var quantities : Stream.of(Map.of(lamp, 5), Map.of(lamp, -1), Map.<String, Integer>of())
                .toList()) {
            assertThatThrownBy(() -> receiveTransfer.receive(number, new TransferReceipt(quantities, "why")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("from 0 to the 4");
        }
        assertThat(transfers.get(number).arrivedBy()).as("nothing was stored").isNull();
    }

    @Test
    void allocated_goods_cannot_be_sent_and_then_nothing_is_sent() {
        var lamp = company.product(10);
        var shade = company.product(10);
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(shade, 7)));
        var before = transfers.count();

        assertThatThrownBy(() -> sendTransfer.send(new TransferPlan(
                        null,
                        "VIE",
                        "ROT",
                        null,
                        List.of(new Goods(lamp, 1), new Goods(shade, 2), new Goods(shade, 2)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("only 3 units")
                .hasMessageContaining(shade);

        assertThat(List.of(desk.onHand(lamp), desk.onHand(shade))).containsExactly(10, 10);
        assertThat(transfers.count()).isEqualTo(before);
    }

    @Test
    void received_goods_are_reserved_for_backorders() {
        var lamp = company.product(0);
        company.receive(lamp, "ROT", 6);
        var number = sendTransfer
                .send(new TransferPlan(null, "ROT", "VIE", null, List.of(new Goods(lamp, 6))))
                .number();
        var waiting = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 5)));
        assertThat(desk.state(waiting)).isEqualTo(OrderState.WAITING_FOR_STOCK);

        receiveTransfer.receive(number, new TransferReceipt(Map.of(lamp, 6), null));

        assertThat(desk.state(waiting)).isEqualTo(OrderState.CONFIRMED);
        assertThat(at(lamp, "VIE").available()).isEqualTo(1);
        theLedgerAddsUp(lamp);
    }

    @Test
    @Tag("database")
    void a_transfer_is_received_once_even_by_several_at_the_same_time() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(10);
            var number = send(lamp, 4);

            var taken = together.all(
                    4,
                    i -> () -> Concurrently.orNull(() -> {
                        receiveTransfer.receive(number, new TransferReceipt(Map.of(lamp, 4), null));
                        return true;
                    }));

            assertThat(taken.stream().filter(Objects::nonNull)).hasSize(1);
            assertThat(desk.onHand(lamp)).isEqualTo(10);
            theLedgerAddsUp(lamp);
        }
    }

    @Test
    @Tag("database")
    void a_transfer_sent_twice_at_the_same_time_is_sent_once() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(10);
            var plan = new TransferPlan("once-" + lamp, "VIE", "ROT", null, List.of(new Goods(lamp, 4)));

            var sent = together.all(3, i -> () -> sendTransfer.send(plan).number());

            assertThat(sent).containsOnly(sent.get(0));
            assertThat(desk.onHand(lamp)).isEqualTo(6);
        }
    }

    @Test
    @Tag("database")
    void transfers_both_ways_with_orders_in_between_do_not_block_each_other() throws Exception {
        var lamp = company.product(50);
        var shade = company.product(50);
        company.receive(lamp, "ROT", 50);
        company.receive(shade, "ROT", 50);
        var customer = company.customer();

        together.all(6, i -> () -> {
            if (i % 3 == 2) {
                return enterOrder.enter(TestCompany.order(customer, Map.of(lamp, 1, shade, 2)));
            }
            var goods = i % 3 == 0
                    ? List.of(new Goods(lamp, 2), new Goods(shade, 3))
                    : List.of(new Goods(shade, 1), new Goods(lamp, 4));
            return sendTransfer
                    .send(new TransferPlan(null, i % 3 == 0 ? "VIE" : "ROT", i % 3 == 0 ? "ROT" : "VIE", null, goods))
                    .number();
        });

        theLedgerAddsUp(lamp);
        theLedgerAddsUp(shade);
        assertThat(transfers.search("", List.of(Transfer.State.SENT), Long.MAX_VALUE, Limit.of(4)))
                .hasSize(4);
    }

    @Test
    void a_transfer_goes_from_one_known_site_to_another_with_known_products() {
        var lamp = company.product(5);

        assertThatThrownBy(() ->
                        sendTransfer.send(new TransferPlan(null, "VIE", "VIE", null, List.of(new Goods(lamp, 1)))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        sendTransfer.send(new TransferPlan(null, "VIE", "MARS", null, List.of(new Goods(lamp, 1)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("MARS");
        assertThatThrownBy(() ->
                        sendTransfer.send(new TransferPlan(null, "VIE", "ROT", null, List.of(new Goods("NOTHING", 1)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("NOTHING");
        assertThatThrownBy(() ->
                        sendTransfer.send(new TransferPlan(null, "VIE", "ROT", null, List.of(new Goods(lamp, 0)))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sendTransfer.send(new TransferPlan(null, "VIE", "ROT", null, List.of())))
                .isInstanceOf(InvalidInput.class);
    }

    private long send(String sku, int quantity) {
        return sendTransfer
                .send(new TransferPlan(null, "VIE", "ROT", null, List.of(new Goods(sku, quantity))))
                .number();
    }

    private StockLevel at(String sku, String site) {
        return items.levels(List.of(sku)).stream()
                .filter(level -> level.site().equals(site))
                .findFirst()
                .orElseThrow();
    }

    private List<StockMovement> ofTransfer(String sku, long number) {
        return movements
                .newest(sku, "", EnumSet.allOf(Kind.class), Instant.parse("9999-01-01T00:00:00Z"), 0, Limit.of(50))
                .stream()
                .filter(movement -> ("T" + number).equals(movement.document()))
                .toList();
    }

    private void theLedgerAddsUp(String sku) {
        for (var level : items.levels(List.of(sku))) {
            var sum = movements.sums().stream()
                    .filter(at -> at.getSku().equals(sku) && at.getSite().equals(level.site()))
                    .findFirst();
            assertThat(sum.map(StockMovements.Sum::getOnHand).orElse(0L)).isEqualTo(level.onHand());
            assertThat(sum.map(StockMovements.Sum::getReserved).orElse(0L)).isEqualTo(level.reserved());
        }
    }
}
