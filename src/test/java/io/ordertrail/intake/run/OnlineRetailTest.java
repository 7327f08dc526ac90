package io.ordertrail.intake.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.intake.file.SharedFiles;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.SavePartnerNumber;
import io.ordertrail.intake.partner.SavePartnerNumber.Typed;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Formulas;

/** A month and a year of a real company's invoices, a file for each day, with all the quirks that its programs gave them. */
@JourneyTest
class OnlineRetailTest {

    private static final String WHY = "Why not entered";
    private static final BigDecimal NET_OF_THE_YEAR = new BigDecimal("5761931.382");
    /** No code of ours has a blank, so this article is known by a number of the partner. */
    private static final String WITH_A_BLANK = "BANK CHARGES";

    private static final String LONG = "558475";
    private static final String CUSTOMER = "14096";

    private final Set<String> known = new HashSet<>();

    @TempDir
    Path folder;

    @Autowired
    ImportDesk imports;

    @Autowired
    Desk desk;

    @Autowired
    SaveProduct saveProduct;

    @Autowired
    SaveCustomer saveCustomer;

    @Autowired
    SavePartnerNumber partnerNumbers;

    @Test
    void every_clean_invoice_of_a_month_becomes_an_order_and_every_other_row_comes_back_with_a_reason() {
        var month = imported("online-retail", files("2010-12-"));

        assertThat(month.invoices()).hasSize(2025);
        assertThat(month.clean()).hasSize(1397);
        assertThat(rows(month.clean())).hasSize(26_093);
        assertAllOfIt(month);
    }

    @Test
    @Tag("nightly")
    void the_counts_of_a_whole_year_come_out_exactly() {
        var year = imported("online-retail-year", files("201"));

        assertThat(year.invoices()).hasSize(16_459);
        assertThat(rows(year.invoices())).hasSize(320_705);
        assertThat(net(rows(year.invoices()))).isEqualByComparingTo(NET_OF_THE_YEAR);
        assertThat(year.clean()).hasSize(11_398);
        assertAllOfIt(year);
        assertThat(linesOf(year, year.clean().keySet())).isEqualTo(226_150);
        assertThat(netOf(year, year.clean().keySet())).isEqualByComparingTo("5229561.312");
        assertThat(year.back().stream()
                        .map(row -> row.getField("InvoiceNo"))
                        .filter(invoice -> invoice.startsWith("C"))
                        .distinct())
                .hasSize(2_554);
        assertThat(netOf(year, year.entered().keySet()).add(net(year.back()))).isEqualByComparingTo(NET_OF_THE_YEAR);
    }

    /** The invoice names no customer, so its rows come back. With one they are sent again. */
    @Test
    void an_invoice_with_705_lines_is_one_order_when_its_customer_is_filled_in() throws IOException {
        var source = "online-retail-long";
        var day = imported(source, files("2011-06-29"));
        var rows = day.back().stream()
                .filter(row -> row.getField("InvoiceNo").equals(LONG))
                .toList();
        assertThat(rows).hasSize(705);

        ensureMasterData(rows, CUSTOMER);
        var number = imports.send(source, corrected(rows), ImportPolicy.ALL_OR_NOTHING);
        imports.await(number, State.DONE);
        var entered = imports.entered(number);
        assertThat(entered).containsOnlyKeys(LONG);
        assertThat(desk.order(entered.get(LONG)).lines()).hasSize(705);
    }

    private Path corrected(List<NamedCsvRecord> rows) throws IOException {
        var file = folder.resolve("corrected.csv");
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(rows.get(0).getHeader());
            rows.forEach(row -> csv.writeRecord(row.getHeader().stream()
                    .map(column -> column.equals("CustomerID") ? CUSTOMER : row.getField(column))
                    .toList()));
        }
        return file;
    }

    /**
     * What became of files.
     *
     * @param acceptable invoices that are clean, or clean but for goods that are free
     * @param back rows that came back
     */
    private record Outcome(
            Map<String, List<NamedCsvRecord>> invoices,
            Map<String, List<NamedCsvRecord>> acceptable,
            Map<String, List<NamedCsvRecord>> clean,
            Map<String, OrderNumber> entered,
            List<NamedCsvRecord> back) {}

    private Outcome imported(String source, List<Path> files) {
        var invoices = invoices(files);
        var acceptable = only(invoices, OnlineRetailTest::isAcceptable);
        var clean = only(
                acceptable, rows -> rows.stream().allMatch(row -> price(row).signum() > 0));
        acceptable.values().forEach(this::ensureMasterData);
        TestCompany.asOrdertrail(() -> ensureProduct(code(WITH_A_BLANK)));
        partnerNumbers.save(new Typed(Kind.ARTICLE, source, WITH_A_BLANK, code(WITH_A_BLANK)));
        var entered = new TreeMap<String, OrderNumber>();
        var back = new ArrayList<NamedCsvRecord>();
        for (var file : files) {
            var number = imports.send(source, file, ImportPolicy.LEAVE_FAULTY_OUT);
            imports.await(number, State.DONE);
            entered.putAll(imports.entered(number));
            back.addAll(read(imports.faultyRows(number)));
        }
        return new Outcome(invoices, acceptable, clean, entered, back);
    }

    private void assertAllOfIt(Outcome outcome) {
        var acceptable = outcome.acceptable().keySet();
        assertThat(outcome.entered().keySet())
                .isEqualTo(acceptable)
                .containsAll(outcome.clean().keySet());
        assertThat(outcome.entered().values().stream()
                        .map(order -> desk.order(order).total().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum(outcome.acceptable()));
        assertThat(outcome.back())
                .hasSize(rows(outcome.invoices()).size()
                        - rows(outcome.acceptable()).size())
                .noneMatch(row -> acceptable.contains(row.getField("InvoiceNo")))
                .noneMatch(row -> row.getField(WHY).isBlank());
        assertThat(outcome.back().stream()
                        .filter(row -> row.getField("InvoiceNo").startsWith("C"))
                        .map(row -> row.getField(WHY)))
                .isNotEmpty()
                .allMatch(why -> why.contains("the row cancels or returns goods"));
    }

    private int linesOf(Outcome outcome, Set<String> invoices) {
        return invoices.stream()
                .mapToInt(invoice ->
                        desk.order(outcome.entered().get(invoice)).lines().size())
                .sum();
    }

    private BigDecimal netOf(Outcome outcome, Set<String> invoices) {
        return invoices.stream()
                .flatMap(invoice -> desk.order(outcome.entered().get(invoice)).lines().stream())
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<NamedCsvRecord> rows(Map<String, List<NamedCsvRecord>> invoices) {
        return invoices.values().stream().flatMap(List::stream).toList();
    }

    private static BigDecimal net(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> price(row).multiply(new BigDecimal(number(row, "Quantity"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A negative number that comes back has an apostrophe, so that no program takes it for a formula. */
    private static String number(NamedCsvRecord row, String column) {
        return Formulas.original(row.getField(column));
    }

    private static List<Path> files(String beginning) {
        try (Stream<Path> days =
                Files.list(SharedFiles.at("orders/online-retail/2010-12-01.csv").getParent())) {
            return days.filter(day -> day.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<NamedCsvRecord>> invoices(List<Path> files) {
        var invoices = new LinkedHashMap<String, List<NamedCsvRecord>>();
        files.forEach(file -> {
            try {
                read(Files.readString(file))
                        .forEach(row -> invoices.computeIfAbsent(row.getField("InvoiceNo"), number -> new ArrayList<>())
                                .add(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return invoices;
    }

    private static List<NamedCsvRecord> read(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text.replaceFirst("^\uFEFF", "")).stream()
                .toList();
    }

    private static Map<String, List<NamedCsvRecord>> only(
            Map<String, List<NamedCsvRecord>> invoices, Predicate<List<NamedCsvRecord>> kind) {
        return invoices.entrySet().stream()
                .filter(invoice -> kind.test(invoice.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** Clean, or clean but for goods that are free. */
    private static boolean isAcceptable(List<NamedCsvRecord> rows) {
        return rows.stream()
                .allMatch(row -> row.getField("InvoiceNo").matches("\\d+")
                        && new BigDecimal(row.getField("Quantity")).signum() > 0
                        && price(row).signum() >= 0
                        && !row.getField("CustomerID").isBlank());
    }

    private void ensureMasterData(List<NamedCsvRecord> rows) {
        ensureMasterData(rows, rows.get(0).getField("CustomerID").replace(".0", ""));
    }

    private void ensureMasterData(List<NamedCsvRecord> rows, String customer) {
        TestCompany.asOrdertrail(() -> {
            if (known.add("customer " + customer)) {
                saveCustomer.save(new CustomerData(
                        customer, customer, TestCompany.BERLIN, new BigDecimal("9000000"), false, ShortagePolicy.WAIT));
            }
            rows.forEach(row -> ensureProduct(code(row.getField("StockCode"))));
        });
    }

    private void ensureProduct(String sku) {
        if (known.add(sku.toUpperCase(Locale.ROOT))) {
            saveProduct.save(new ProductData(sku, sku, "Gifts", new BigDecimal("1.00"), true));
        }
    }

    private static String code(String theirs) {
        return theirs.replace(' ', '-');
    }

    private static BigDecimal price(NamedCsvRecord row) {
        return new BigDecimal(number(row, "UnitPrice"));
    }

    private static BigDecimal sum(Map<String, List<NamedCsvRecord>> invoices) {
        return invoices.values().stream()
                .flatMap(List::stream)
                .map(row -> price(row)
                        .multiply(new BigDecimal(row.getField("Quantity")))
                        .setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
