package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItem;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.replenishment.PlacePurchase;
import io.ordertrail.stock.replenishment.PurchaseOrders;
import io.ordertrail.stock.replenishment.PurchasePlan;
import io.ordertrail.stock.stocktake.CancelStocktake;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.transfer.ReceiveTransfer;
import io.ordertrail.stock.transfer.SendTransfer;
import io.ordertrail.stock.transfer.TransferPlan;
import io.ordertrail.stock.transfer.TransferReceipt;
import io.ordertrail.stock.transfer.Transfers;

/** What people write about goods may name anybody, too. */
@JourneyTest
@Tag("database")
class EncryptedNotesTest {

    private static final String SAID = "Herr Müller rief an";

    @Autowired
    TestCompany company;

    @Autowired
    BookStock bookStock;

    @Autowired
    SendTransfer sendTransfer;

    @Autowired
    ReceiveTransfer receiveTransfer;

    @Autowired
    Transfers transfers;

    @Autowired
    OpenStocktake openStocktake;

    @Autowired
    CancelStocktake cancelStocktake;

    @Autowired
    PlacePurchase placePurchase;

    @Autowired
    PurchaseOrders purchases;

    @Autowired
    JdbcTemplate database;

    @Test
    void why_somebody_books_goods_is_unreadable_in_the_table() {
        var sku = company.product(3);
        var booked = bookStock.book(new Booking(null, sku, "VIE", -1, Kind.LOSS, SAID));
        assertThat(booked.reason()).isEqualTo(SAID);
        assertEncrypted("select reason from stock_movement where sku = ? and kind = 'LOSS'", sku);
    }

    @Test
    void what_somebody_writes_about_a_transfer_is_unreadable_in_the_table_and_readable_in_the_transfer() {
        var sku = company.product(3);
        var number = sendTransfer
                .send(new TransferPlan("T-" + sku, "VIE", "ROT", SAID, List.of(new TransferPlan.Goods(sku, 2))))
                .number();
        receiveTransfer.receive(number, new TransferReceipt(Map.of(sku, 1), SAID));
        assertThat(transfers.get(number).note()).isEqualTo(SAID);
        assertThat(transfers.get(number).reason()).isEqualTo(SAID);
        assertEncrypted("select note from transfer where number = ?", number);
        assertEncrypted("select reason from transfer where number = ?", number);
    }

    @Test
    void why_somebody_counts_is_unreadable_in_the_table() {
        var stocktake = openStocktake.open(new StocktakePlan("VIE", false, List.of(company.product(3)), SAID));
        assertThat(stocktake.reason()).isEqualTo(SAID);
        assertEncrypted("select reason from stocktake where number = ?", stocktake.number());
        cancelStocktake.cancel(stocktake.number());
    }

    @Test
    void what_a_buyer_writes_is_unreadable_in_the_table_and_readable_in_the_purchase() {
        var number = placePurchase.place(
                new StockItem.Key(company.product(3), "VIE"),
                new PurchasePlan(5, LocalDate.now().plusDays(9), SAID));
        assertThat(purchases.get(number).note()).isEqualTo(SAID);
        assertEncrypted("select note from purchase_order where id = ?", number.id());
        placePurchase.postpone(number, new PurchasePlan(5, LocalDate.now().plusDays(12), SAID + "!"));
        assertThat(purchases.get(number).note()).isEqualTo(SAID + "!");
        assertEncrypted("select note from purchase_order where id = ?", number.id());
    }

    private void assertEncrypted(String sql, Object key) {
        assertThat(database.queryForObject(sql, String.class, key))
                .matches(FieldCipher::isEncrypted)
                .doesNotContain("Müller");
    }
}
