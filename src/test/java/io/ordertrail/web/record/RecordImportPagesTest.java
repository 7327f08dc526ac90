package io.ordertrail.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.approval.PendingChanges;
import io.ordertrail.catalog.Products;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;
import io.ordertrail.intake.partner.SavePartnerNumber;
import io.ordertrail.intake.record.ImportedRow.State;
import io.ordertrail.intake.record.ImportedRows;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImports;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.record.WorkOnRecords;
import io.ordertrail.journey.Buyer;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.retention.RetainedData;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.replenishment.PurchaseOrder;

@JourneyTest
class RecordImportPagesTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    List<RetainedData> retained;

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    RecordImports imports;

    @Autowired
    ImportedRows rows;

    @Autowired
    Products products;

    @Autowired
    Customers customers;

    @Autowired
    SaveCustomer saveCustomer;

    @Autowired
    StockItems items;

    @Autowired
    Changes changes;

    @Autowired
    PendingChanges pending;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorkOnRecords work;

    @Autowired
    SavePartnerNumber saveNumber;

    @Autowired
    PartnerNumbers partnerNumbers;

    @Autowired
    Buyer buyer;

    @Autowired
    ManagementService management;

    @ParameterizedTest
    @CsvSource({
        "customers, CSV, en",
        "customers, CSV_SEMICOLON, zh-TW",
        "customers, XLSX, zh-CN",
        "products, CSV, zh-CN",
        "products, CSV_SEMICOLON, en",
        "products, XLSX, zh-TW",
        "stock, CSV, zh-TW",
        "stock, CSV_SEMICOLON, zh-CN",
        "stock, XLSX, en"
    })
    void a_file_that_was_exported_here_changes_nothing(String kind, String format, String language) throws Exception {
        var code = kind.equals("customers") ? odd(company.customer()) : company.product(7);
        var exported = browser.perform(get("/exports/" + kind)
                        .param("format", format)
                        .param("text", code)
                        .header("Accept-Language", language)
                        .with(user("max").roles("sales")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        var number = sent(kind, roleOf(kind), exported);

        var counts = rows.counts(number);
        assertThat(rows.in(number, State.FAULTY, 0, 10)).isEmpty();
        assertThat(rows.in(number, State.CHANGED, 0, 10)).isEmpty();
        assertThat(counts.of(State.UNCHANGED)).isPositive().isEqualTo(counts.all());
        page(kind, roleOf(kind), number).andExpect(content().string(containsString("Nothing would change")));
    }

    /** A customer whose fields need care: signs that spreadsheet programs calculate, and no default values. */
    private String odd(String number) {
        var address =
                new Address(null, "-1 \"Main\", St;", "00123", "Wien", null, "AT", "+43 1 5868686", "a@example.com");
        TestCompany.asOrdertrail(() -> saveCustomer.save(new CustomerData(
                number,
                "=SUM & Söhne",
                address,
                new BigDecimal("1234.50"),
                true,
                new BigDecimal("12.5"),
                ShortagePolicy.SHIP_AVAILABLE,
                Priority.HIGH)));
        return number;
    }

    @Test
    void products_are_shown_before_they_are_saved_and_the_trail_has_before_and_after() throws Exception {
        var known = company.product(0);
        var same = company.product(0);
        var added = "N-" + known;
        var number = sent(
                "products",
                "managers",
                "SKU;Name;Category;Price;Colour\n" + known + ";Renamed;Tableware;10,50;red\n" + same + ";Cup " + same
                        + ";Tableware;10;\n" + added + ";Added;Tableware;2,50;\n");

        page("products", "managers", number)
                .andExpect(content().string(containsString("Renamed")))
                .andExpect(content().string(containsString("Save the rows: 2")));
        assertThat(products.typed(added)).isEmpty();
        assertThat(products.get(known).name()).isNotEqualTo("Renamed");

        act("products", "managers", number, "save");
        assertThat(await(RecordKind.PRODUCTS, number).state()).isEqualTo(RecordImport.State.DONE);
        assertThat(products.get(added).listPrice().amount()).isEqualByComparingTo("2.5");
        assertThat(products.get(known).name()).isEqualTo("Renamed");
        assertThat(rows.counts(number).saved()).isEqualTo(2);
        assertThat(changes.newest(Subject.Kind.PRODUCT, known).get(0).differences())
                .anyMatch(change -> change.field().equals("name")
                        && change.former().equals("Cup " + known)
                        && change.current().equals("Renamed"));
        assertThat(changes.newest(Subject.Kind.PRODUCT, known).get(0).actor()).isEqualTo("max");
        assertThat(changes.newest(Subject.Kind.PRODUCT, same)).hasSize(1);
    }

    @Test
    void a_large_change_of_a_price_waits_for_a_second_person() throws Exception {
        var sku = company.product(0);
        var number = sent("products", "managers", "SKU,Name,Price\n" + sku + ",Dear,99\n");
        page("products", "managers", number)
                .andExpect(content().string(containsString("A second person has to approve")));

        act("products", "managers", number, "save");

        await(RecordKind.PRODUCTS, number);
        assertThat(products.get(sku).name()).isEqualTo("Dear");
        assertThat(products.get(sku).listPrice().amount()).isEqualByComparingTo("10");
        assertThat(pending.waiting(Subject.Kind.PRODUCT, sku, Instant.now())).hasSize(1);
        assertThat(rows.counts(number).waiting()).isEqualTo(1);
    }

    @Test
    void who_may_not_change_a_limit_at_the_form_may_not_by_file() throws Exception {
        var customer = company.customer();
        var number = sent("customers", "sales", "Customer number,Credit limit\n" + customer + ",5\n");

        assertThat(rows.in(number, State.FAULTY, 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.row()).isEqualTo(2);
                assertThat(fault.column()).isEqualTo("Credit limit");
                assertThat(fault.value()).isEqualTo("5");
            });
        });
        assertThat(customers.get(customer).creditLimit()).isEqualByComparingTo("1000000");
    }

    @Test
    void faulty_rows_say_what_to_correct_and_come_back_as_a_file() throws Exception {
        var customer = company.customer();
        var twice = "M-" + customer;
        var number = sent(
                "customers",
                "managers",
                "Number,Name,Country,Blocked,Email\n"
                        + "N-" + customer + ",New,Germany,no,a@example.com\n"
                        + twice + ",Twice,AT,no,\n"
                        + twice + ",Twice,AT,no,\n"
                        + customer + ",Café,AT,perhaps,nobody\n"
                        + "L-" + customer + ",Lost,XX,no,\n");

        assertThat(rows.in(number, State.NEW, 0, 10)).hasSize(2);
        var faulty = rows.in(number, State.FAULTY, 0, 10);
        assertThat(faulty).extracting(row -> row.row().number()).containsExactly(4L, 5L, 6L);
        assertThat(faulty.get(0).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("Row 3"));
        assertThat(faulty.get(1).faults())
                .extracting(fault -> fault.column())
                .containsExactlyInAnyOrder("Blocked", "Email");
        assertThat(faulty.get(2).faults()).extracting(fault -> fault.column()).containsExactly("Country");
        browser.perform(get("/imports/customers/" + number + "/faulty-rows")
                        .with(user("max").roles("managers")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("perhaps")))
                .andExpect(content().string(not(containsString("Germany"))));
        assertThat(changes.newest(Subject.Kind.EXPORT, "faulty-customers"))
                .as("who takes them is in the trail, and how many they are")
                .flatExtracting(ChangeSet::differences)
                .extracting(one -> one.field() + " " + one.current())
                .contains("number " + number, "rows 3");

        act("customers", "managers", number, "save");
        await(RecordKind.CUSTOMERS, number);
        assertThat(customers.get("N-" + customer).address().country()).isEqualTo("DE");
        assertThat(customers.get(customer).name()).isEqualTo("Café " + customer);
    }

    @Test
    void what_a_file_of_customers_says_is_unreadable_in_the_tables() throws Exception {
        var number = sent(
                "customers", "managers", "Number,Name,Country\nE-" + company.customer() + ",Zsófia Kovács,nowhere\n");
        var stored = new ArrayList<>(database.queryForList(
                "select concat(cells, faults) from record_import_row where import_number = ?", String.class, number));
        stored.addAll(database.queryForList("select layout from record_import where number = ?", String.class, number));
        database.queryForList("select content from record_import_piece where import_number = ?", byte[].class, number)
                .forEach(piece -> stored.add(new String(piece, StandardCharsets.ISO_8859_1)));
        assertThat(stored)
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).doesNotContain("Kovács", "nowhere", "Country"));
        assertThat(rows.in(number, State.FAULTY, 0, 10).get(0).row().cells()).contains("Zsófia Kovács", "nowhere");
    }

    @Test
    void a_file_on_which_nobody_decides_and_the_rows_of_an_import_are_gone_after_a_month() throws Exception {
        var number = sent("customers", "managers", "Number,Name,Country\nU-" + company.customer() + ",New,AT\n");
        var records = retained.stream()
                .filter(one -> one.kind() == RetainedData.Kind.IMPORTED_RECORDS)
                .findFirst()
                .orElseThrow();

        records.forget(Instant.now().plus(Duration.ofDays(29)).minus(records.keptFor()));
        assertThat(rows.in(number, State.NEW, 0, 10)).hasSize(1);

        records.forget(Instant.now().plus(Duration.ofDays(31)).minus(records.keptFor()));
        assertThat(imports.get(RecordKind.CUSTOMERS, number).state()).isEqualTo(RecordImport.State.CANCELLED);
        assertThat(rows.in(number, State.NEW, 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.row().cells()).isEmpty());
        assertThat(database.queryForObject(
                        "select count(*) from record_import_piece where import_number = ?", Long.class, number))
                .isZero();
    }

    @Test
    void columns_and_values_are_changed_on_the_page() throws Exception {
        var sku = company.product(3);
        var number = sent("stock", "warehouse", "Ours,Place,Pieces\n" + sku + ",Wien,5\n");
        page("stock", "warehouse", number).andExpect(content().string(containsString("No column holds")));

        browser.perform(post("/imports/stock/" + number + "/columns")
                        .param("charset", "UTF-8")
                        .param("delimiter", ",")
                        .param("decimal", ".")
                        .param("days", "DAY_FIRST")
                        .param("column-0", "sku")
                        .param("column-1", "site")
                        .param("column-2", "onHand")
                        .with(user("max").roles("warehouse"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        await(RecordKind.STOCK, number);
        browser.perform(post("/imports/stock/" + number + "/values")
                        .param("column", "Place")
                        .param("cell", "Wien")
                        .param("instead", "VIE")
                        .with(user("max").roles("warehouse"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        await(RecordKind.STOCK, number);

        act("stock", "warehouse", number, "save");
        await(RecordKind.STOCK, number);
        assertThat(onHand(sku)).isEqualTo(5);
    }

    @Test
    void a_stock_level_that_moved_after_the_check_is_not_overwritten() throws Exception {
        var sku = company.product(3);
        var number = sent("stock", "warehouse", "SKU,Site,On hand\n" + sku + ",VIE,9\n");
        company.receive(sku, "VIE", 1);

        act("stock", "warehouse", number, "save");

        await(RecordKind.STOCK, number);
        assertThat(onHand(sku)).isEqualTo(4);
        assertThat(rows.in(number, State.FAULTY, 0, 10).get(0).faults().get(0).message())
                .contains("changed the record after the check");
    }

    @Test
    void an_import_that_broke_off_goes_on_and_saves_no_row_twice() throws Exception {
        var done = company.product(3);
        var open = company.product(3);
        var number = sent("stock", "warehouse", "SKU,Site,On hand\n" + done + ",VIE,9\n" + open + ",VIE,9\n");
        transaction.executeWithoutResult(status -> {
            database.update(
                    "update record_import set state = 'SAVING', saved_by = 'max', alive_at = ? where number = ?",
                    "2026-01-01 00:00:00",
                    number);
            database.update(
                    "update record_import_row set saved = true where import_number = ? and code = ?",
                    number,
                    done + " VIE");
        });
        page("stock", "warehouse", number).andExpect(content().string(containsString("has broken off")));

        act("stock", "warehouse", number, "resume");

        assertThat(await(RecordKind.STOCK, number).state()).isEqualTo(RecordImport.State.DONE);
        assertThat(onHand(done)).isEqualTo(3);
        assertThat(onHand(open)).isEqualTo(9);
    }

    @Test
    void purchases_are_ordered_and_postponed_by_file_and_the_file_again_orders_nothing() throws Exception {
        var sku = company.product(0);
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        var file = "SKU,Site,Ordered,Expected\n" + sku + ",VIE,40," + day + "\n";
        var number = sent("purchases", "purchasing", file);
        act("purchases", "purchasing", number, "save");
        await(RecordKind.PURCHASES, number);

        var purchase = buyer.all(sku).get(0);
        assertThat(rows.in(number, State.FAULTY, 0, 10)).isEmpty();
        assertThat(purchase.state()).isEqualTo(PurchaseOrder.State.ORDERED);
        assertThat(purchase.ordered()).isEqualTo(40);
        assertThat(purchase.decidedBy()).isEqualTo("max");
        assertThat(buyer.waitsForGoods(purchase.number())).isTrue();

        assertThat(rows.counts(sent("purchases", "purchasing", file)).of(State.UNCHANGED))
                .isEqualTo(1);

        var later = sent(
                "purchases",
                "purchasing",
                "Purchase order,SKU,Site,Ordered,Expected\n" + purchase.number() + "," + sku + ",VIE,40,"
                        + day.plusDays(5) + "\n");
        act("purchases", "purchasing", later, "save");
        await(RecordKind.PURCHASES, later);
        assertThat(rows.in(later, State.FAULTY, 0, 10)).isEmpty();
        assertThat(buyer.get(purchase.number()).expected()).isEqualTo(day.plusDays(5));
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(purchase.processInstance())
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isAfter(day.plusDays(5).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void two_nodes_that_save_one_import_save_each_row_once() throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(9);
        var skus = Stream.generate(() -> company.product(0)).limit(6).toList();
        var number = sent(
                "purchases",
                "purchasing",
                skus.stream()
                        .map(sku -> sku + ",VIE,7," + day)
                        .collect(Collectors.joining("\n", "SKU,Site,Ordered,Expected\n", "\n")));
        transaction.executeWithoutResult(status -> database.update(
                "update record_import set state = 'SAVING', saved_by = 'max' where number = ?", number));

        var nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> work.start(number)))
                .limit(2)
                .toList();
        nodes.forEach(CompletableFuture::join);

        await(RecordKind.PURCHASES, number);
        assertThat(rows.counts(number).saved()).isEqualTo(6);
        assertThat(rows.in(number, State.FAULTY, 0, 10)).isEmpty();
        assertThat(skus).allSatisfy(sku -> assertThat(buyer.all(sku)).hasSize(1));
    }

    @Test
    void a_single_cell_is_corrected_on_the_page() throws Exception {
        var sku = company.product(3);
        var other = company.product(3);
        var number = sent("stock", "warehouse", "SKU,Site,On hand\n" + sku + ",VIE,\n" + other + ",VIE,\n");
        page("stock", "warehouse", number).andExpect(content().string(containsString("name=\"cell-2-2\"")));

        browser.perform(post("/imports/stock/" + number + "/cells")
                        .param("cell-2-2", "6")
                        .with(user("max").roles("warehouse"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        await(RecordKind.STOCK, number);
        assertThat(rows.in(number, State.FAULTY, 0, 10))
                .extracting(row -> row.row().number())
                .containsExactly(3L);

        act("stock", "warehouse", number, "save");
        await(RecordKind.STOCK, number);
        assertThat(onHand(sku)).isEqualTo(6);
        assertThat(onHand(other)).isEqualTo(3);
    }

    @Test
    void cells_beyond_the_header_are_moved_on_the_page() throws Exception {
        var sku = company.product(3);
        var number = sent("stock", "warehouse", "SKU,Site,On hand\n" + sku + ",VIE,x,9\n");
        page("stock", "warehouse", number)
                .andExpect(content().string(containsString("name=\"cell-2-3\"")))
                .andExpect(content().string(containsString("No column")));

        browser.perform(post("/imports/stock/" + number + "/cells")
                        .param("cell-2-2", "9")
                        .param("cell-2-3", "")
                        .with(user("max").roles("warehouse"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        await(RecordKind.STOCK, number);

        assertThat(rows.in(number, State.FAULTY, 0, 10)).isEmpty();
        assertThat(rows.in(number, State.CHANGED, 0, 10)).hasSize(1);
    }

    @Test
    void faulty_rows_come_back_as_a_spreadsheet_whose_numbers_are_read_again() throws Exception {
        var sku = company.product(3);
        var number = sent("products", "sales", "SKU;Name;List price\n" + sku + ";;1.234,5\n");

        var sheet = browser.perform(get("/imports/products/" + number + "/faulty-rows.xlsx")
                        .with(user("max").roles("sales")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        var again = rows.in(sent("products", "sales", sheet), State.FAULTY, 0, 10);
        assertThat(again).singleElement().satisfies(row -> {
            assertThat(row.faults()).extracting(RowFault::column).containsExactly("Name");
            assertThat(row.row().cell(2)).isEqualTo("1234.5");
        });
    }

    @Test
    void what_partners_call_our_products_comes_in_by_file() throws Exception {
        var sku = company.product(3);
        var other = company.product(3);
        var file = "Partner,Their number,Our SKU or customer number\nfile-" + sku + ",T-1," + sku + "\nfile-" + sku
                + ",T-2,NOTHING\n";
        var number = sent("partners", "sales", file);
        assertThat(rows.in(number, State.FAULTY, 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.faults())
                        .extracting(RowFault::column)
                        .containsExactly("Our SKU or customer number"));
        act("partners", "sales", number, "save");
        await(RecordKind.PARTNERS, number);
        assertThat(partnerNumbers.find(Kind.ARTICLE, "file-" + sku, "T-1"))
                .hasValueSatisfying(stored -> assertThat(stored.ours()).isEqualTo(sku));

        assertThat(rows.counts(sent("partners", "sales", file)).of(State.UNCHANGED))
                .isEqualTo(1);
        var changed = sent("partners", "managers", file.replace("T-1," + sku, "T-1," + other));
        assertThat(rows.in(changed, State.CHANGED, 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.differences())
                        .extracting(one -> one.former() + " " + one.current())
                        .containsExactly(sku + " " + other));
        page("partners", "sales", changed).andExpect(content().string(containsString("Our number")));
        browser.perform(get("/partner-numbers").with(user("max").roles("sales")))
                .andExpect(content().string(containsString("/imports/partners")));
    }

    @Test
    void a_file_is_understood_in_the_numbers_of_its_source() throws Exception {
        var sku = company.product(3);
        var theirs = "THEIRS " + sku;
        saveNumber.save(new SavePartnerNumber.Typed(Kind.ARTICLE, "", theirs, sku));
        var number = sent("stock", "warehouse", "SKU,Site,On hand\n" + theirs + ",VIE,8\n");
        act("stock", "warehouse", number, "save");
        await(RecordKind.STOCK, number);
        assertThat(onHand(sku)).isEqualTo(8);
    }

    @Test
    void purchases_that_were_exported_change_nothing_and_what_cannot_be_is_refused() throws Exception {
        var sku = company.product(0);
        buyer.setReorderLevel(sku, 10, 30);
        var proposed = buyer.propose(sku);
        var exported = browser.perform(get("/exports/purchases")
                        .param("format", "CSV")
                        .param("sku", sku)
                        .with(user("max").roles("purchasing")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(rows.counts(sent("purchases", "purchasing", exported)).of(State.UNCHANGED))
                .isEqualTo(1);

        var number = sent(
                "purchases",
                "purchasing",
                "Purchase order,SKU,Site,Ordered,Expected\n"
                        + "," + sku + ",VIE,5,2020-01-01\n"
                        + proposed + "," + sku + ",ROT,5,2020-01-01\n");
        var faults = rows.in(number, State.FAULTY, 0, 10);
        assertThat(faults.get(0).faults()).extracting(RowFault::column).containsExactlyInAnyOrder("SKU", "Expected");
        assertThat(faults.get(1).faults())
                .extracting(RowFault::column)
                .containsExactlyInAnyOrder("Purchase order", "Expected");
    }

    @Test
    void the_same_file_again_says_so_and_changes_nothing() throws Exception {
        var sku = company.product(0);
        var file = "SKU,Name\n" + sku + ",Again\n";
        var first = sent("products", "sales", file);
        act("products", "sales", first, "save");
        await(RecordKind.PRODUCTS, first);

        var second = sent("products", "sales", file);

        page("products", "sales", second)
                .andExpect(content().string(containsString("This file came before")))
                .andExpect(content().string(containsString("Nothing would change")));
        assertThat(changes.newest(Subject.Kind.PRODUCT, sku))
                .filteredOn(change -> change.act() == Act.CHANGED)
                .hasSize(1);
        browser.perform(get("/imports/products").with(user("max").roles("sales")))
                .andExpect(content().string(containsString("/imports/products/" + second)));
    }

    @Test
    void what_is_no_table_is_refused_in_a_sentence() throws Exception {
        send("products", "sales", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The file is no CSV, no TSV and no XLSX.")));
    }

    private int onHand(String sku) {
        return items.levels(List.of(sku)).stream()
                .filter(level -> level.site().equals("VIE"))
                .findFirst()
                .orElseThrow()
                .onHand();
    }

    private static String roleOf(String kind) {
        return kind.equals("stock") ? "warehouse" : "sales";
    }

    private ResultActions page(String kind, String role, long number) throws Exception {
        return browser.perform(
                        get("/imports/" + kind + "/" + number).with(user("max").roles(role)))
                .andExpect(status().isOk());
    }

    private void act(String kind, String role, long number, String what) throws Exception {
        browser.perform(post("/imports/" + kind + "/" + number + "/" + what)
                        .with(user("max").roles(role))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private long sent(String kind, String role, String text) throws Exception {
        return sent(kind, role, text.getBytes(StandardCharsets.UTF_8));
    }

    private long sent(String kind, String role, byte[] file) throws Exception {
        var address = send(kind, role, file)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var number = Long.parseLong(address.replaceFirst(".*/", ""));
        await(RecordKind.at(kind), number);
        return number;
    }

    private ResultActions send(String kind, String role, byte[] file) throws Exception {
        return browser.perform(multipart("/imports/" + kind)
                .file(new MockMultipartFile("file", "records.csv", "text/csv", file))
                .param("source", "record-test-" + COUNT.incrementAndGet())
                .with(user("max").roles(role))
                .with(csrf()));
    }

    private RecordImport await(RecordKind kind, long number) throws InterruptedException {
        for (int i = 0; i < 300 && imports.get(kind, number).isGoing(); i++) {
            Thread.sleep(100);
        }
        return imports.get(kind, number);
    }
}
