package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.ordertrail.backup.BackupCommand;
import io.ordertrail.database.DatabaseTest;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.web.page.FormTokens;

/**
 * Five hundred marked personal values go through the functions that take any; then logs, the tables of the engine and our
 * own, metrics and addresses are searched for them, and a dump, the files and a backup of the database.
 */
@JourneyTest
@Tag("nightly")
class MarkedValuesTest {

    private static final int VALUES = 500;
    private static final String MARK = "zqmark";
    /** Digits that stand in each telephone number. */
    private static final String DIGITS = "6609876";

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:href|action|src|hx-get|hx-post)=\"([^\"]*(?:" + MARK + "|" + DIGITS + ")[^\"]*)\"");

    /** What somebody searches for stands in the address of what was found, as docs/asvs-5.0-l2.md says. */
    private static final Pattern SEARCH = Pattern.compile("/(?:orders|customers|exports/\\w+)\\?(?:.*&)?text=.*");

    /** Rules, reports and lists read cities; docs/privacy.md says so. */
    private static final String CITY = "city";

    @TempDir
    Path folder;

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    FormTokens formTokens;

    @Autowired
    JdbcTemplate database;

    private final MockHttpSession session = new MockHttpSession();
    private final Set<String> values = new TreeSet<>();
    private final List<String> addresses = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 4);
    private ProductionLog log;

    @BeforeEach
    void listen() {
        log = new ProductionLog();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void no_marked_value_is_in_logs_metrics_addresses_tables_dumps_files_or_backups() throws Exception {
        while (values.size() < VALUES) {
            takeADay();
        }
        assertThat(ordersOfThisRun()).as("most of it was accepted").isGreaterThan(20);
        assertThat(log.text()).isNotEmpty();
        assertThat(log.lines()).filteredOn(line -> isMarked(line.toString())).isEmpty();
        assertThat(isMarked(body(as("ina", "camunda-admin", get("/actuator/prometheus")))))
                .isFalse();
        assertThat(addresses).filteredOn(one -> !SEARCH.matcher(one).matches()).isEmpty();
        assertThat(columnsWithAMark()).isEqualTo(Set.of("CUSTOMER.CITY", "CUSTOMER_ORDER.SHIP_CITY"));
        if (isH2()) {
            searchFilesAndBackup();
        }
    }

    /** What somebody finds who has the files: a dump, the database, its backup. The cities show that the search finds marks. */
    private void searchFilesAndBackup() throws Exception {
        var dump = folder.resolve("dump.sql");
        database.execute("script to '" + dump + "'");
        assertThat(marksIn(dump)).containsExactly(CITY);

        var url = "jdbc:h2:file:" + folder.resolve("copy") + ";MODE=MySQL";
        try (var copy = DriverManager.getConnection(url, "sa", "");
                var statement = copy.createStatement()) {
            statement.execute("runscript from '" + dump + "'");
            statement.execute("shutdown"); // the script says that the database stays open
        }
        // the next column follows without anything between
        assertThat(marksIn(folder.resolve("copy.mv.db"))).isNotEmpty().allMatch(mark -> mark.startsWith(CITY));

        assertThat(backUp(url)).isZero();
        try (var files = Files.walk(folder.resolve("backups"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(marksIn(file)).isEmpty());
        }
    }

    private int backUp(String url) {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try {
            return BackupCommand.run(
                    "backup",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=sa",
                    "--spring.datasource.password=",
                    "--ordertrail.backup.folder=" + folder.resolve("backups"),
                    "--ordertrail.backup.key-file=" + folder.resolve("backup.key"));
        } finally {
            System.clearProperty(logging);
        }
    }

    private static boolean isH2() {
        return System.getenv(DatabaseTest.SERVER) == null;
    }

    /** Which kinds of marked values a file has in the clear. */
    private Set<String> marksIn(Path file) throws IOException {
        var content = Files.readString(file, StandardCharsets.ISO_8859_1);
        var found = Pattern.compile("(?i)" + MARK + run + "\\d+([a-z]+)")
                .matcher(content)
                .results()
                .map(mark -> mark.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        if (content.replace(" ", "").contains(DIGITS)) {
            found.add("phone");
        }
        return found;
    }

    private void takeADay() throws Exception {
        var customer = enterCustomer();
        byForm(customer);
        byApi(customer);
        byDocument(customer);
        byFile(customer);
        drafts();
        searches();
        decide(customer);
        look(customer);
    }

    private String enterCustomer() throws Exception {
        var number = "M" + run + values.size();
        as(
                "sue",
                "sales",
                address(post("/customers/new").param("number", number))
                        .param("creditLimit", "0")
                        .param("shortageWish", "ASK"));
        as(
                "sue",
                "sales",
                address(post("/customers/" + number)).param("creditLimit", "0").param("shortageWish", "ASK"));
        return number;
    }

    private void byForm(String customer) throws Exception {
        as(
                "sue",
                "sales",
                address(post("/orders/new").session(session).param("customer", customer))
                        .param("token", formTokens.issue(session))
                        .param("note", value("note"))
                        .param("sku", company.product(5))
                        .param("quantity", "1"));
        as(
                "sue",
                "sales",
                address(post("/orders/new").param("customer", value("unknown"))).param("sku", "NOBODY"));
    }

    private void byApi(String customer) throws Exception {
        var order = """
            {"customer": "%s", "channel": "shop", "externalReference": "%s", "note": "%s", "lines": [{"sku": "%s", "quantity": 1}],
             "shipTo": {"name": "%s", "street": "%s", "postalCode": "8010", "city": "%s", "country": "AT", "phone": "%s", "email": "%s@mail.example"}}\
            """.formatted(
                        customer,
                        UUID.randomUUID(),
                        value("note"),
                        company.product(5),
                        value("name"),
                        value("street"),
                        value("city"),
                        phone(),
                        value("mail"));
        as(
                "sue",
                "sales",
                post("/api/orders").contentType(MediaType.APPLICATION_JSON).content(order));
        as(
                "sue",
                "sales",
                post("/api/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(order.replace("8010", value("far-too-long").repeat(40))));
        as(
                "sue",
                "sales",
                post("/api/orders").contentType(MediaType.APPLICATION_JSON).content("{\"note\": " + value("broken")));
    }

    private void byDocument(String customer) throws Exception {
        var x12 = """
            ISA*00*          *00*          *01*000123456      *ZZ*PARTNERID      *090827*0936*U*00401*000000055*0*T*>~
            GS*PO*000123456*PARTNERID*20090827*1041*2*X*004010~
            ST*850*0003~
            BEG*00*SA*%s**20261201~
            N1*BY**92*%s~
            N1*ST*%s~
            N3*%s~
            N4*%s**8010*AT~
            PO1*1*1*EA*9.5**VN*%s~
            CTT*1~
            SE*9*0003~
            GE*1*2~
            IEA*1*000000055~
            """.formatted(
                values.size() + run, customer, value("name"), value("street"), value("city"), company.product(5));
        as(
                "sue",
                "sales",
                post("/api/orders/documents").contentType(MediaType.TEXT_PLAIN).content(x12));
        as(
                "sue",
                "sales",
                post("/api/orders/documents").contentType(MediaType.TEXT_PLAIN).content("<Order>" + value("broken")));
    }

    private void byFile(String customer) throws Exception {
        var rows = "Order,Customer,SKU,Qty,Ship to,Street,City,Postal code,Country,Note\n1," + customer + ","
                + company.product(5) + ",1," + value("name") + "," + value("street") + "," + value("city") + ",8010,AT,"
                + value("note") + "\n2,NOBODY,NOTHING,x," + value("name") + ",,,,,\n";
        var file = new MockMultipartFile("file", "orders.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
        sendFile(file);
        sendFile(new MockMultipartFile(
                "file",
                value("file") + ".pdf",
                "application/pdf",
                value("content").getBytes(StandardCharsets.UTF_8)));
    }

    private void sendFile(MockMultipartFile file) throws Exception {
        var upload = multipart("/orders/import").file(file);
        upload.param("policy", "ASK").param("source", "marked").with(csrf());
        keep(browser.perform(upload.with(user("sue").roles("sales")))
                .andReturn()
                .getResponse());
    }

    private void drafts() throws Exception {
        as(
                "sue",
                "sales",
                post("/drafts").param("form", "/orders/new").param("content", "{\"name\":\"" + value("draft") + "\"}"));
        as("sue", "sales", delete("/drafts").param("form", "/orders/new"));
    }

    private void searches() throws Exception {
        for (var list : List.of(
                "/orders", "/customers", "/api/orders", "/api/customers", "/exports/orders", "/exports/customers")) {
            as("sue", "sales", get(list).param("text", value("sought")));
        }
        as("wim", "warehouse", get("/customers").param("text", value("sought")));
        as("sue", "sales", get("/orders/" + value("number")));
    }

    /** A price below the list price holds the order, and somebody says why it may go or has to stay. */
    private void decide(String customer) throws Exception {
        var order = """
            {"customer": "%s", "note": "%s", "lines": [{"sku": "%s", "quantity": 1, "unitPrice": "0.01"}]}\
            """.formatted(customer, value("note"), company.product(5));
        as(
                "sue",
                "sales",
                post("/api/orders").contentType(MediaType.APPLICATION_JSON).content(order));
        for (var held : database.queryForList(
                "select number from customer_order where customer = ? and state = 'IN_REVIEW'",
                String.class,
                customer)) {
            var number = new OrderNumber(held);
            as(
                    "rita",
                    "order-review",
                    post("/orders/" + held + "/holds/1/release").param("reason", value("reason")));
            var task = desk.task(number, Element.REVIEW_ORDER);
            if (task != null) {
                desk.complete(task, "reviewDecision", "reject", "reviewReason", value("reason"));
            }
        }
        for (var open : database.queryForList(
                "select number from customer_order where customer = ? and state = 'CONFIRMED'",
                String.class,
                customer)) {
            as(
                    "sue",
                    "sales",
                    post("/api/orders/" + open + "/cancellation")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"reason\": \"" + value("reason") + "\"}"));
        }
    }

    private void look(String customer) throws Exception {
        for (var page : List.of(
                "/customers/" + customer,
                "/customers/" + customer + "/personal-data",
                "/orders?customer=" + customer)) {
            as("maya", "managers", get(page));
        }
        for (var number :
                database.queryForList("select number from customer_order where customer = ?", String.class, customer)) {
            as("sue", "sales", get("/orders/" + number));
            as("sue", "sales", get("/orders/" + number + "/correct"));
        }
    }

    private int ordersOfThisRun() {
        return database.queryForObject(
                "select count(*) from customer_order where customer like ?", Integer.class, "M" + run + "%");
    }

    private MockHttpServletRequestBuilder address(MockHttpServletRequestBuilder form) {
        return form.param("name", value("name"))
                .param("street", value("street"))
                .param("postalCode", "8010")
                .param("city", value("city"))
                .param("country", "AT")
                .param("phone", phone())
                .param("email", value("mail") + "@mail.example");
    }

    private String value(String what) {
        var value = "Zqmark" + run + values.size() + what;
        values.add(value);
        return value;
    }

    private String phone() {
        var phone = "+43 " + DIGITS.substring(0, 3) + " " + DIGITS.substring(3) + String.format("%03d", values.size());
        values.add(phone);
        return phone;
    }

    private MockHttpServletResponse as(String person, String role, MockHttpServletRequestBuilder call)
            throws Exception {
        // a person makes so many calls a minute
        var caller = user(person + values.size() / 50).roles(role);
        return keep(browser.perform(call.with(caller).with(csrf())).andReturn().getResponse());
    }

    private MockHttpServletResponse keep(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isLessThan(500).isNotEqualTo(429);
        if (answer.getRedirectedUrl() != null && isMarked(answer.getRedirectedUrl())) {
            addresses.add(answer.getRedirectedUrl());
        }
        ADDRESS.matcher(body(answer)).results().forEach(one -> addresses.add(one.group(1)));
        return answer;
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static boolean isMarked(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        return plain.contains(MARK) || plain.replace(" ", "").contains(DIGITS);
    }

    private Set<String> columnsWithAMark() {
        var found = new TreeSet<String>();
        database.query(
                "select table_name, column_name from information_schema.columns where table_schema in ('PUBLIC', database())"
                        + " and lower(table_name) not like 'flyway%'"
                        + " and (lower(data_type) like '%char%' or lower(data_type) like '%text%' or lower(data_type) like"
                        + " '%clob%' or lower(data_type) like '%large object%')",
                row -> {
                    var table = row.getString(1);
                    var column = row.getString(2);
                    if (has(table, column)) {
                        found.add((table + "." + column).toUpperCase(Locale.ROOT));
                    }
                });
        return found;
    }

    private boolean has(String table, String column) {
        return database.queryForObject(
                        "select count(*) from " + table + " where lower(" + column + ") like ? or " + column + " like ?"
                                + " or " + column + " like ?",
                        Integer.class,
                        "%" + MARK + run + "%",
                        "%" + DIGITS + "%",
                        "%660 9876%")
                > 0;
    }
}
