package io.ordertrail.intake.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.customer.Customers;
import io.ordertrail.intake.document.TakeDocument;
import io.ordertrail.intake.file.FileHash;
import io.ordertrail.intake.folder.WatchedFile.Key;
import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.run.ImportDesk;
import io.ordertrail.intake.run.ImportedOrder;
import io.ordertrail.intake.run.OrderImport;
import io.ordertrail.intake.run.ReceiveFile;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

@JourneyTest
class WatchFoldersTest {

    @TempDir
    Path root;

    @Autowired
    WatchedFiles files;

    @Autowired
    FailedFiles failedFiles;

    @Autowired
    ImportWatchedFile importFile;

    @Autowired
    ReceiveFile receiveFile;

    @Autowired
    WatchedRecords records;

    @Autowired
    Customers customers;

    @Autowired
    Changes changes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TakeDocument takeDocument;

    @Autowired
    AnswerBeside answer;

    @Autowired
    ImportDesk imports;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc browser;

    private final String source = "w-" + System.nanoTime();
    private Path folder;
    private String customer;
    private String product;
    private WatchFolders node;

    @BeforeEach
    void there_is_a_source() throws IOException {
        folder = Files.createDirectory(root.resolve(source));
        customer = company.customer();
        product = company.product(1000);
        node = node(Duration.ofSeconds(10));
    }

    private WatchFolders node(Duration quiet) {
        var settings = settings(quiet, Map.of());
        return new WatchFolders(
                settings, new TakeWatchedFile(files, importFile, takeDocument, answer, settings), clock);
    }

    private FolderSettings settings(Duration quiet, Map<String, RecordKind> contents) {
        return new FolderSettings(root.toString(), quiet, Locale.ENGLISH, contents, Map.of(source, "olga"));
    }

    @Test
    void nothing_is_watched_unless_somebody_says_so() {
        var settings = new FolderSettings("", Duration.ZERO, Locale.ENGLISH, Map.of(), Map.of());
        assertThat(settings.on()).isFalse();
        new WatchFolders(settings, null, clock).look();
    }

    @Test
    void a_table_is_imported_and_answered_beside_it_and_its_faults_are_told_to_the_owner() throws Exception {
        var file = drop(
                "orders.csv",
                "Order,Customer,SKU,Qty\n1," + customer + "," + product + ",2\n2,NOBODY," + product + ",2\n");
        node.look();
        var number = files.find(key(file)).orElseThrow().number();
        assertThat(result(file)).doesNotExist();

        imports.await(number, OrderImport.State.DONE);
        node.look();

        assertThat(result(file)).content().contains("1 orders are entered").contains("1 are faulty");
        assertThat(folder.resolve("orders.csv.faulty.csv"))
                .content()
                .contains("NOBODY")
                .doesNotContain(customer);
        assertThat(told()).containsExactly(key(file));
        node.look();
        assertThat(told()).hasSize(1);
        assertThat(imports.in(number, ImportedOrder.State.ENTERED)).hasSize(1);
        browser.perform(get("/orders/folders").with(user("max").roles("sales")))
                .andExpect(content().string(containsString(source)))
                .andExpect(content().string(containsString("/orders/import/" + number)));
    }

    @Test
    void a_document_is_answered_in_its_standard_and_once() throws IOException {
        var file = drop("po.edi", edifact("PO1"));
        node.look();

        assertThat(result(file)).content().contains("PO1 is accepted");
        var answered = folder.resolve("po.edi.answer.edi");
        assertThat(answered).content().contains("ORDRSP");
        var before = Files.getLastModifiedTime(answered);
        node.look();
        assertThat(Files.getLastModifiedTime(answered)).isEqualTo(before);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_file_whose_answer_is_gone_is_answered_again_and_entered_no_second_time() throws IOException {
        var file = drop("po.edi", edifact("PO2"));
        node.look();
        var first = Files.readString(result(file));
        Files.delete(result(file));

        node.look();

        assertThat(result(file)).content().contains("PO2 came before");
        assertThat(Files.readString(result(file)).replaceAll(".* order ", ""))
                .isEqualTo(first.replaceAll(".* order ", ""));
    }

    @Test
    void two_nodes_take_each_file_once() throws IOException {
        var dropped = new ArrayList<Path>();
        for (int i = 0; i < 8; i++) {
            dropped.add(drop("po" + i + ".edi", edifact("TWO" + i)));
        }
        var nodes = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> node(Duration.ofSeconds(10)).look()))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(dropped)
                .allSatisfy(file -> assertThat(result(file)).content().contains("is accepted as order"));
    }

    @Test
    void what_a_stopped_node_had_taken_another_takes_over() throws IOException {
        var file = drop("po.edi", edifact("PO3"));
        assertThat(files.take(key(file))).isTrue();
        node.look();
        assertThat(result(file)).doesNotExist();

        transaction.executeWithoutResult(status -> database.update(
                "update watched_file set taken_at = ? where source = ?", "2026-01-01 00:00:00", source));
        node.look();

        assertThat(result(file)).content().contains("PO3 is accepted");
    }

    @Test
    void what_cannot_be_read_is_answered_in_a_sentence_and_told_once() throws IOException {
        var file = drop("scan.csv", "%PDF-1.7");
        node.look();
        node.look();
        assertThat(result(file)).content().contains("The file is no CSV, no TSV and no XLSX.");
        assertThat(told()).hasSize(1);
    }

    @Test
    void no_link_is_followed_and_no_unfinished_file_is_taken() throws IOException {
        var outside = Files.createTempDirectory("outside");
        var secret = Files.writeString(outside.resolve("secret.csv"), "Order,Customer,SKU,Qty\n1,a,b,2\n");
        Files.setLastModifiedTime(secret, FileTime.from(clock.instant().minusSeconds(60)));
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);
        Files.createSymbolicLink(root.resolve("linked-" + source.substring(3, 9)), outside);
        Files.createSymbolicLink(folder.resolve("po.edi.result.txt"), secret);
        drop("half.csv.part", "Order");
        drop(".hidden.csv", "Order");
        Files.createDirectory(folder.resolve("folder.csv"));
        var fresh = drop("fresh.csv", "Order,Customer,SKU,Qty\n1,a,b,2\n");
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
        var document = drop("po.edi", edifact("PO4"));

        node.look();

        assertThat(files.newest(1000))
                .filteredOn(file -> file.key().source().equals(source))
                .extracting(file -> file.key().name())
                .containsExactly("po.edi");
        assertThat(secret).content().startsWith("Order,Customer");
        assertThat(outside).isDirectoryNotContaining(path -> !path.equals(secret));
        assertThat(result(document)).isRegularFile().content().contains("PO4 is accepted");
        Files.delete(secret);
        Files.delete(outside);
    }

    /** The files whose owner is to be told. */
    private List<Key> told() {
        return failedFiles.due().stream()
                .map(FailedFiles.Untold::file)
                .filter(file -> file.source().equals(source))
                .toList();
    }

    @Test
    void records_are_saved_in_the_name_of_the_source_which_changes_no_limit() throws Exception {
        var settings = settings(Duration.ofSeconds(10), Map.of(source, RecordKind.CUSTOMERS));
        var take = new TakeWatchedFile(
                files,
                new ImportWatchedFile(receiveFile, records, files, settings, transactions),
                takeDocument,
                answer,
                settings);
        node = new WatchFolders(settings, take, clock);
        var other = company.customer();
        var limit = customers.get(other).creditLimit();
        var file = drop(
                "customers.csv",
                "Customer,Name,Credit limit\n" + customer + ",Renamed by a file,\n" + other + ",Other,7\n");
        node.look();
        for (int i = 0; i < 300 && !Files.exists(result(file)); i++) {
            Thread.sleep(100);
            node.look();
        }

        assertThat(result(file)).content().contains("1 rows are saved").contains("1 are faulty");
        assertThat(folder.resolve("customers.csv.faulty.csv")).content().contains(other);
        assertThat(customers.get(customer).name()).isEqualTo("Renamed by a file");
        assertThat(customers.get(other).creditLimit()).isEqualTo(limit);
        assertThat(changes.newest(Kind.CUSTOMER, customer))
                .first()
                .satisfies(change -> assertThat(change.actor()).isEqualTo("folder: " + source));
        assertThat(told()).containsExactly(key(file));
        browser.perform(get("/orders/folders").with(user("max").roles("sales")))
                .andExpect(content()
                        .string(containsString("/imports/customers/"
                                + files.find(key(file)).orElseThrow().number())));
    }

    private Path drop(String name, String content) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now(clock).minusSeconds(60)));
        return file;
    }

    private Path result(Path file) {
        return folder.resolve(file.getFileName() + ".result.txt");
    }

    private Key key(Path file) {
        return new Key(source, file.getFileName().toString(), FileHash.of(file));
    }

    private String edifact(String number) {
        return """
            UNB+UNOA:3+5400110000009:14+5013546107732:14+261201:1237+1'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+220+%s+9'
            NAD+BY+%s::92'
            NAD+SU+5013546107732::9'
            LIN+1++%s:EN'
            QTY+21:3'
            UNS+S'
            UNT+8+1'
            UNZ+1+1'
            """.formatted(number, customer, product);
    }
}
