package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.stock.feed.ApplyStockLevel;
import io.ordertrail.stock.feed.ReportedLevel;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.transfer.SendTransfer;
import io.ordertrail.stock.transfer.TransferPlan;

/** The database itself refuses invalid data, whatever program writes it, and names the constraint. */
@JourneyTest
@Tag("database")
class SchemaGuardsTest {

    private static final String PURCHASE =
            "insert into purchase_order (id, sku, site, state, suggested, ordered, received, expected, proposed_at)"
                    + " values ";

    private static final String FEED =
            "insert into feed_position (source, sku, site, last_sequence, on_hand, reported_at, received_at, applied, repeated,"
                    + " late, version) values ";
    private static final String DELIVERY =
            "insert into webhook_delivery (id, endpoint, type, sku, site, position, body, state, tries, due,"
                    + " created_at) values ";
    private static final String BUNDLE =
            "insert into process_bundle (number, state, origin, author, created_at, note, only_one) values ";
    private static final String ALERT =
            "insert into report_alert (id, figure, above, bound, minutes, owner, created_at) values ";
    private static final String PENDING =
            "insert into pending_change (id, kind, subject, field, proposed, proposed_by, proposed_at, expires_at,"
                    + " state, decided_by, waiting_for) values ";
    /** Follows from two other constraints; it is in the schema to document the rule. */
    private static final String REDUNDANT = "stock_on_hand";

    private static final Map<String, String> REFUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("product_price_not_negative", "update product set list_price = -1 where sku = '{sku}'"),
            Map.entry(
                    "customer_discount_allowed",
                    "update customer set discount_allowed = 101 where number = '{customer}'"),
            Map.entry(
                    "pending_change_one_at_a_time",
                    PENDING
                            + "(-1, 'PRODUCT', '{sku}', 'listPrice', '1', 'me', current_timestamp, current_timestamp,"
                            + " 'WAITING', null, '{sku}'), (-2, 'PRODUCT', '{sku}', 'listPrice', '2', 'me',"
                            + " current_timestamp, current_timestamp, 'WAITING', null, '{sku}')"),
            Map.entry(
                    "pending_change_second_person",
                    PENDING
                            + "(-3, 'PRODUCT', '{sku}', 'listPrice', '1', 'me', current_timestamp, current_timestamp,"
                            + " 'APPROVED', 'me', null)"),
            Map.entry(
                    "customer_limit_not_negative", "update customer set credit_limit = -1 where number = '{customer}'"),
            Map.entry(
                    "order_process_once",
                    "update customer_order set process_instance = '{instance}' where number = '{second}'"),
            Map.entry(
                    "order_reference_once",
                    "update customer_order set external_reference = 'PO-{sku}' where number = '{second}'"),
            Map.entry("order_of_customer", "update customer_order set customer = 'NOBODY' where number = '{order}'"),
            Map.entry("order_total", "update customer_order set total = -1 where number = '{order}'"),
            Map.entry(
                    "line_of_order", "update order_line set order_number = '2222-2222' where order_number = '{order}'"),
            Map.entry("line_of_product", "update order_line set sku = 'NOTHING' where order_number = '{order}'"),
            Map.entry("line_quantity", "update order_line set quantity = 0 where order_number = '{order}'"),
            Map.entry("line_price", "update order_line set unit_price = -1 where order_number = '{order}'"),
            Map.entry("line_discount", "update order_line set discount_percent = 101 where order_number = '{order}'"),
            Map.entry(
                    "hold_of_order",
                    "insert into order_hold (order_number, position, rule_id, reason, severity, status, opened_at)"
                            + " values ('2222-2222', 0, 'rule', 'reason', 'low', 'OPEN', current_timestamp)"),
            Map.entry(
                    "event_of_order",
                    "insert into order_event (id, order_number, at, actor, what) values (-1, '2222-2222',"
                            + " current_timestamp, 'me', 'state')"),
            Map.entry(
                    "stock_of_product",
                    "insert into stock_item (sku, site, bin, on_hand, reserved) values ('NOTHING', 'VIE', '-', 0, 0)"),
            Map.entry(
                    "stock_at_site",
                    "insert into stock_item (sku, site, bin, on_hand, reserved) values ('{sku}', 'NOWHERE', '-', 0, 0)"),
            Map.entry("stock_reserved", "update stock_item set reserved = -1 where sku = '{sku}'"),
            Map.entry("stock_reserved_on_hand", "update stock_item set reserved = on_hand + 1 where sku = '{sku}'"),
            Map.entry("reservation_of_stock", "update reservation set site = 'NOWHERE' where order_number = '{order}'"),
            Map.entry(
                    "reservation_of_order",
                    "update reservation set order_number = '2222-2222' where order_number = '{order}'"),
            Map.entry(
                    "reservation_quantity",
                    "update reservation set quantity = 0 where order_number = '{order}' and found is null"),
            Map.entry(
                    "reservation_found", "update reservation set found = quantity + 1 where order_number = '{order}'"),
            Map.entry(
                    "backorder_of_order",
                    "insert into backorder (order_number, position, sku, priority, missing, since) values"
                            + " ('2222-2222', 0, '{sku}', 1, 1, current_timestamp)"),
            Map.entry(
                    "backorder_of_product",
                    "insert into backorder (order_number, position, sku, priority, missing, since) values ('{order}',"
                            + " 0, 'NOTHING', 1, 1, current_timestamp)"),
            Map.entry(
                    "backorder_missing",
                    "insert into backorder (order_number, position, sku, priority, missing, since) values ('{order}',"
                            + " 0, '{sku}', 1, 0, current_timestamp)"),
            Map.entry(
                    "external_reservation_of_order",
                    "insert into external_reservation (reservation_key, order_number, attempt, content, status,"
                            + " asked_at) values ('2222-2222-1', '2222-2222', 1, 'x', 'ASKED', current_timestamp)"),
            Map.entry(
                    "external_reservation_attempt",
                    "insert into external_reservation (reservation_key, order_number, attempt, content, status,"
                            + " asked_at) values ('{order}-1', '{order}', 1, 'x', 'ASKED', current_timestamp),"
                            + " ('{order}-2', '{order}', 1, 'x', 'ASKED', current_timestamp)"),
            Map.entry("movement_once", "update stock_movement set external_id = 'twice' where sku = '{sku}'"),
            Map.entry("movement_of_stock", "update stock_movement set site = 'NOWHERE' where sku = '{sku}'"),
            Map.entry("movement_of_order", "update stock_movement set order_number = '2222-2222' where sku = '{sku}'"),
            Map.entry(
                    "movement_moves",
                    "update stock_movement set on_hand_change = 0, reserved_change = 0 where sku = '{sku}'"),
            Map.entry("stock_incoming", "update stock_item set incoming = -1 where sku = '{sku}'"),
            Map.entry(
                    "stock_reorder_point",
                    "update stock_item set reorder_point = 0, reorder_quantity = 1 where sku = '{sku}'"),
            Map.entry(
                    "stock_reorder_quantity",
                    "update stock_item set reorder_point = 1, reorder_quantity = 0 where sku = '{sku}'"),
            Map.entry("stock_reorder_both", "update stock_item set reorder_point = 1 where sku = '{sku}'"),
            Map.entry(
                    "purchase_proposed_once",
                    PURCHASE
                            + "(-1, '{sku}', 'VIE', 'PROPOSED', 1, null, 0, null, current_timestamp), (-2, '{sku}',"
                            + " 'VIE', 'PROPOSED', 1, null, 0, null, current_timestamp)"),
            Map.entry(
                    "purchase_of_stock",
                    PURCHASE + "(-1, '{sku}', 'NOWHERE', 'PROPOSED', 1, null, 0, null, current_timestamp)"),
            Map.entry(
                    "purchase_suggested",
                    PURCHASE + "(-1, '{sku}', 'VIE', 'PROPOSED', -1, null, 0, null, current_timestamp)"),
            Map.entry(
                    "purchase_ordered",
                    PURCHASE + "(-1, '{sku}', 'VIE', 'ORDERED', 1, 0, 0, '2026-12-01', current_timestamp)"),
            Map.entry(
                    "purchase_received",
                    PURCHASE + "(-1, '{sku}', 'VIE', 'ORDERED', 1, 2, 3, '2026-12-01', current_timestamp)"),
            Map.entry(
                    "purchase_decided", PURCHASE + "(-1, '{sku}', 'VIE', 'ORDERED', 1, 2, 0, null, current_timestamp)"),
            Map.entry("movement_of_purchase", "update stock_movement set purchase = -9 where sku = '{sku}'"),
            Map.entry(
                    "purchase_process_once",
                    "insert into purchase_order (id, sku, site, state, suggested, received, process_instance,"
                            + " proposed_at) values (-1, '{sku}', 'VIE', 'DECLINED', 1, 0, 'x', current_timestamp), (-2,"
                            + " '{sku}', 'VIE', 'DECLINED', 1, 0, 'x', current_timestamp)"),
            Map.entry(
                    "feed_of_stock",
                    FEED + "('wms', '{sku}', 'NOWHERE', 1, 0, current_timestamp, current_timestamp, 0, 0, 0, 0)"),
            Map.entry(
                    "feed_on_hand",
                    FEED + "('wms', '{sku}', 'VIE', 1, -1, current_timestamp, current_timestamp, 0, 0, 0, 0)"),
            Map.entry(
                    "gap_of_feed",
                    "insert into feed_gap (id, source, sku, site, expected, last_missing, received, noticed_at)"
                            + " values (-1, 'nobody', '{sku}', 'VIE', 2, 2, 3, current_timestamp)"),
            Map.entry("gap_counts_up", "update feed_gap set last_missing = received where sku = '{sku}'"),
            Map.entry(
                    "difference_of_movement",
                    "insert into feed_difference (movement, source, sequence_number) values (-1, 'wms', 1)"),
            Map.entry(
                    "parcel_tracking", "update parcel set tracking_number = 'SG-{sku}' where order_number = '{order}'"),
            Map.entry(
                    "parcel_of_order",
                    "update parcel set order_number = '2222-2222' where tracking_number = 'SG-{sku}'"),
            Map.entry("item_of_parcel", "update parcel_item set parcel = 'NONE' where sku = '{sku}'"),
            Map.entry("item_of_product", "update parcel_item set sku = 'NOTHING' where sku = '{sku}'"),
            Map.entry("item_quantity", "update parcel_item set quantity = 0 where sku = '{sku}'"),
            Map.entry(
                    "event_of_parcel",
                    "insert into carrier_event (id, tracking_number, status, at)"
                            + " values ('SG-{sku}', 'SG-NONE', 'delivered', current_timestamp)"),
            Map.entry(
                    "delivery_to_endpoint",
                    DELIVERY
                            + "('d-1-{sku}', 'nobody', 'test', '{sku}', 'VIE', 1, '', 'DUE', 0, current_timestamp,"
                            + " current_timestamp)"),
            Map.entry(
                    "delivery_once",
                    DELIVERY
                            + "('d-1-{sku}', '{sku}', 'test', '{sku}', 'VIE', 1, '', 'DUE', 0, current_timestamp,"
                            + " current_timestamp), ('d-2-{sku}', '{sku}', 'test', '{sku}', 'VIE', 1, '', 'DUE', 0,"
                            + " current_timestamp, current_timestamp)"),
            Map.entry(
                    "trail_seal_once",
                    "insert into trail_seal (position, entry, digest, hash) values (-1, -7, '', ''), (-2, -7, '', '')"),
            Map.entry("alert_minutes", ALERT + "('a-{sku}', 'orders', true, 1, -1, 'me', current_timestamp)"),
            Map.entry(
                    "hours_of_site",
                    "insert into business_hours (site, week, holidays, version) values ('none', ';;;;;;', '', 1)"),
            Map.entry(
                    "message_of_alert",
                    "insert into alert_message (id, alert, at, what, figure_value)"
                            + " values ('m-{sku}', 'none', current_timestamp, 'RAISED', 1)"),
            Map.entry(
                    "order_import_of_piece",
                    "insert into order_import_piece (import_number, place, content) values (-1, 1, x'00')"),
            Map.entry(
                    "order_import_of_correction",
                    "insert into order_import_correction (import_number, row_number_in_file, place, cell)"
                            + " values (-1, 1, 0, 'A')"),
            Map.entry(
                    "order_import_of_entry",
                    "insert into order_import_entry (import_number, first_row, reference, state)"
                            + " values (-1, 1, 'A', 'NEW')"),
            Map.entry(
                    "record_import_of_piece",
                    "insert into record_import_piece (import_number, place, content) values (-1, 1, x'00')"),
            Map.entry(
                    "record_import_of_row",
                    "insert into record_import_row (import_number, row_no, code, state, saved, waits)"
                            + " values (-1, 1, 'A', 'NEW', false, false)"),
            Map.entry(
                    "delivery_tries",
                    DELIVERY
                            + "('d-1-{sku}', '{sku}', 'test', '{sku}', 'VIE', 1, '', 'DUE', -1, current_timestamp,"
                            + " current_timestamp)"),
            Map.entry(
                    "process_bundle_in_force",
                    BUNDLE
                            + "(-1, 'IN_FORCE', 'OWNER', 'me', current_timestamp, '', 1), (-2, 'IN_FORCE', 'OWNER', 'me',"
                            + " current_timestamp, '', 1)"),
            Map.entry("process_bundle_base", "update process_bundle set base = -9 where number = 1"),
            Map.entry("process_bundle_replaced", "update process_bundle set replaced = -9 where number = 1"),
            Map.entry(
                    "process_file_of_bundle",
                    "insert into process_bundle_file (bundle, name, hash) select -9, hash, hash from process_file"),
            Map.entry("process_file_content", "update process_bundle_file set hash = 'none' where bundle = 1"),
            Map.entry("stocktake_at_site", "update stocktake set site = 'NOWHERE' where number = {stocktake}"),
            Map.entry("line_of_stocktake", "update stocktake_line set stocktake = -1 where stocktake = {stocktake}"),
            Map.entry(
                    "stocktake_line_of_product",
                    "update stocktake_line set sku = 'NOTHING' where stocktake = {stocktake}"),
            Map.entry(
                    "stocktake_one_at_a_time",
                    "insert into stocktake_line (stocktake, sku, open_site, bin)"
                            + " select {another}, sku, open_site, bin from stocktake_line where stocktake = {stocktake}"),
            Map.entry("stocktake_counted", "update stocktake_line set counted = 1 where stocktake = {stocktake}"),
            Map.entry(
                    "transfer_once",
                    "update transfer set request = 'twice-{sku}' where from_site = 'VIE' and number in (select transfer from transfer_line where sku = '{sku}')"),
            Map.entry(
                    "transfer_from_site",
                    "update transfer set from_site = 'NOWHERE' where number in (select transfer from transfer_line where sku = '{sku}')"),
            Map.entry(
                    "transfer_to_site",
                    "update transfer set to_site = 'NOWHERE' where number in (select transfer from transfer_line where sku = '{sku}')"),
            Map.entry(
                    "transfer_between_sites",
                    "update transfer set to_site = from_site where number in (select transfer from transfer_line where sku = '{sku}')"),
            Map.entry("line_of_transfer", "insert into transfer_line (transfer, sku, sent) values (-1, '{sku}', 1)"),
            Map.entry("transfer_line_of_product", "update transfer_line set sku = 'NOTHING' where sku = '{sku}'"),
            Map.entry("transfer_sent", "update transfer_line set sent = 0 where sku = '{sku}'"),
            Map.entry("transfer_arrived", "update transfer_line set arrived = sent + 1 where sku = '{sku}'")));

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    OpenStocktake openStocktake;

    @Autowired
    SendTransfer sendTransfer;

    @Autowired
    ApplyStockLevel applyStockLevel;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    private String sku;
    private OrderNumber order;
    private OrderNumber second;
    private long stocktake;
    private long another;

    @BeforeEach
    void two_orders_are_there_and_one_of_them_was_shipped() {
        sku = company.product(9);
        applyStockLevel.apply(new ReportedLevel("wms", sku, "ROT", 1L, 0, Instant.EPOCH.plus(9, ChronoUnit.DAYS)));
        applyStockLevel.apply(new ReportedLevel("wms", sku, "ROT", 3L, 0, Instant.EPOCH.plus(9, ChronoUnit.DAYS)));
        order = enterOrder.enter(order("PO-" + sku));
        second = enterOrder.enter(order(null));
        var shipped = enterOrder.enter(order(null));
        desk.complete(shipped, Element.PICK_AND_PACK);
        desk.complete(shipped, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "SG-" + sku);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> sql.update(
                        "insert into webhook_endpoint (id, address, state, secret, read_up_to, created_at, created_by)"
                                + " values (?, 'https://example.com', 'DISABLED', 'none', 0, current_timestamp, 'schema')",
                        sku));
        stocktake = openStocktake
                .open(new StocktakePlan("VIE", false, List.of(sku), "schema"))
                .number();
        another = openStocktake
                .open(new StocktakePlan("VIE", false, List.of(company.product(0)), "schema"))
                .number();
        List.of(1, 2)
                .forEach(i -> sendTransfer.send(new TransferPlan(
                        "schema-" + i + sku, "VIE", "ROT", sku, List.of(new TransferPlan.Goods(sku, 1)))));
    }

    @Test
    void each_constraint_of_the_schema_refuses_invalid_data() {
        assertThat(REFUSED).allSatisfy(this::refused);
    }

    /**
     * A negative stock also violates the constraint on reserved goods, and the database chooses which of the two it
     * names.
     */
    @Test
    void stock_is_never_negative() {
        assertThat(sql.queryForObject(
                        "select check_clause from information_schema.check_constraints where lower(constraint_name) = ?"
                                + " and constraint_schema = schema()",
                        String.class,
                        REDUNDANT))
                .matches(clause -> clause.matches("(?i)\\W*on_hand\\W*>=\\W*0\\W*"), "on_hand >= 0");
        refused("stock_(on_hand|promised)", "update stock_item set on_hand = -1 where sku = '{sku}'");
    }

    @Test
    void every_constraint_of_the_schema_is_tested() throws IOException {
        var tried = new TreeSet<>(REFUSED.keySet());
        tried.add(REDUNDANT);
        assertThat(tried).isEqualTo(new TreeSet<>(rulesInMigrations()));
    }

    @Test
    void keys_are_unique() {
        refused(
                "primary",
                "insert into stock_item (sku, site, bin, on_hand, reserved) values ('{sku}', 'VIE', '-', 0, 0)");
        refused("primary", "insert into order_line select * from order_line where order_number = '{order}'");
        refused(
                "primary",
                "insert into parcel_item (parcel, sku, quantity) select parcel, sku, quantity from parcel_item where sku = '{sku}'");
    }

    /** Without the index the end of each task reads all open tasks of all orders. */
    @Test
    void the_engine_finds_the_tasks_below_a_task_without_reading_all() {
        assertThat(sql.queryForList("explain select * from ACT_RU_TASK where PARENT_TASK_ID_ = 'a'")
                        .toString())
                .containsIgnoringCase("ACT_IDX_TASK_PARENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"process_instance", "state", "customer", "entered_at", "total"})
    void required_columns_of_an_order_are_not_null(String column) {
        refused(column, "update customer_order set " + column + " = null where number = '{order}'");
    }

    /** Otherwise one of the databases would take "a" for "A", or one reference for another. */
    @ParameterizedTest
    @ValueSource(strings = {"po-{sku}", "PÓ-{sku}", "PO-{sku}\ud83d\ude9a"})
    void similar_references_are_different(String reference) {
        var like = reference.replace("{sku}", sku);
        var entered = enterOrder.enter(order(like));
        assertThat(desk.order(entered).externalReference()).isEqualTo(like);
    }

    private NewOrder order(String reference) {
        var plain = TestCompany.order(company.customer(), Map.of(sku, 2));
        return new NewOrder(
                "schema", reference, plain.customer(), null, null, false, null, plain.shipTo(), plain.lines());
    }

    private void refused(String rule, String statement) {
        var filled = statement
                .replace("{sku}", sku)
                .replace("{order}", order.value())
                .replace("{second}", second.value())
                .replace("{customer}", desk.order(order).customer())
                .replace("{instance}", desk.order(order).processInstance())
                .replace("{stocktake}", String.valueOf(stocktake))
                .replace("{another}", String.valueOf(another));
        assertThatThrownBy(
                        () -> new TransactionTemplate(transactions).executeWithoutResult(status -> sql.update(filled)))
                .as(filled)
                .rootCause()
                .message()
                .containsPattern("(?i)" + rule);
    }

    private static List<String> rulesInMigrations() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
        assertThat(files).isNotEmpty();
        return Arrays.stream(files)
                .map(SchemaGuardsTest::text)
                .flatMap(text -> Pattern.compile("constraint (\\w+)")
                        .matcher(text)
                        .results()
                        .map((MatchResult rule) -> rule.group(1)))
                .toList();
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
