package io.ordertrail.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.api.order.Caller;
import io.ordertrail.customer.Customers;
import io.ordertrail.intake.run.ImportDesk;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;

@JourneyTest
class ImportsCallsTest {

    private static final String HEADER = "Order,Customer,SKU,Quantity\n";

    @Autowired
    Caller caller;

    @Autowired
    MockMvc mvc;

    @Autowired
    ImportDesk imports;

    @Autowired
    TestCompany company;

    @Autowired
    Customers customers;

    @Test
    void a_program_imports_a_file_reads_how_far_it_is_and_takes_the_faulty_rows_back() throws Exception {
        var file = HEADER + "1," + company.customer() + "," + company.product(9) + ",3\n2,NOBODY,NOTHING,1\n";
        var sent = send("systems", file, "imports-api");
        assertThat(sent.status()).isEqualTo(202);
        var number = new ImportNumber(sent.json().path("number").asLong());
        imports.await(number, State.DONE);

        var found = caller.get("systems", "/api/imports/" + number).json();
        assertThat(found.path("state").asText()).isEqualTo("DONE");
        assertThat(found.at("/orders/entered").asInt()).isEqualTo(1);
        assertThat(found.at("/orders/faulty").asInt()).isEqualTo(1);
        mvc.perform(get("/api/imports/" + number + "/errors.csv")
                        .with(user("erp").roles("systems")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(content().string(containsString("2,NOBODY,NOTHING,1,")))
                .andExpect(content().string(not(containsString("\n1,"))));
    }

    @Test
    void the_same_file_twice_says_so() {
        var file = HEADER + "1," + company.customer() + "," + company.product(9) + ",3\n";
        var first = send("sales", file, "imports-twice").json().path("number").asLong();
        imports.await(new ImportNumber(first), State.DONE);

        var again = send("sales", file, "imports-twice").json();
        assertThat(again.path("sameAs").asLong()).isEqualTo(first);
        imports.await(new ImportNumber(again.path("number").asLong()), State.DONE);
        var found = caller.get("sales", "/api/imports/" + again.path("number").asLong())
                .json();
        assertThat(found.at("/orders/known").asInt()).isEqualTo(1);
        assertThat(found.at("/orders/entered").asInt()).isZero();
    }

    @Test
    void what_is_no_table_and_an_unknown_import_are_problems() {
        var refused = send("sales", "%PDF-1.7", "imports-api");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText()).startsWith("The file is no CSV");
        assertThat(caller.get("sales", "/api/imports/999999").status()).isEqualTo(404);
    }

    @Test
    void a_program_imports_records_by_the_rules_of_their_forms() throws Exception {
        var customer = company.customer();
        var text = "Customer,Name\n" + customer + ",Renamed by a program\n" + customer + "X,\n";
        var asked = sendCustomers("systems", text, "ALL_OR_NOTHING");
        assertThat(asked.status()).isEqualTo(202);
        var number = asked.json().path("number").asLong();
        var checked = customers(number);
        assertThat(checked.path("state").asText()).isEqualTo("DECIDING");
        assertThat(checked.at("/rows/changed").asInt()).isEqualTo(1);
        assertThat(checked.at("/rows/faulty").asInt()).isEqualTo(1);
        assertThat(customers.get(customer).name()).isNotEqualTo("Renamed by a program");

        var saved = caller.send("systems", post("/api/imports/customers/" + number + "/save"));
        assertThat(saved.status()).isEqualTo(202);
        var found = customers(number);
        assertThat(found.path("state").asText()).isEqualTo("DONE");
        assertThat(found.at("/rows/saved").asInt()).isEqualTo(1);
        assertThat(customers.get(customer).name()).isEqualTo("Renamed by a program");
        mvc.perform(get("/api/imports/customers/" + number + "/errors.csv")
                        .with(user("erp").roles("systems")))
                .andExpect(content().string(containsString(customer + "X,,")));
        assertThat(faultySheet("systems", number)).isEqualTo(200);
        assertThat(faultySheet("warehouse", number)).isEqualTo(403);
        assertThat(caller.get("systems", "/api/imports/products/" + number).status())
                .isEqualTo(404);
        assertThat(sendCustomers("warehouse", text, "ASK").status()).isEqualTo(403);

        var sent = sendCustomers("sales", text, "LEAVE_FAULTY_OUT").json();
        var again = customers(sent.path("number").asLong());
        assertThat(again.path("sameAs").asLong()).isEqualTo(number);
        assertThat(again.path("state").asText()).isEqualTo("DONE");
        assertThat(again.at("/rows/unchanged").asInt()).isEqualTo(1);
    }

    /** The status of the faulty rows as a spreadsheet, which is a zip file. */
    private int faultySheet(String role, long number) throws Exception {
        var response = mvc.perform(get("/api/imports/customers/" + number + "/errors.xlsx")
                        .with(user("erp").roles(role)))
                .andReturn()
                .getResponse();
        if (response.getStatus() == 200) {
            assertThat(response.getContentType()).endsWith("spreadsheetml.sheet");
            assertThat(response.getContentAsString(StandardCharsets.ISO_8859_1)).startsWith("PK");
        }
        return response.getStatus();
    }

    /** Waits until the import of customers goes on no more by itself. */
    private JsonNode customers(long number) throws InterruptedException {
        var found = caller.get("systems", "/api/imports/customers/" + number).json();
        for (int i = 0; i < 300 && found.path("state").asText().matches("CHECKING|SAVING"); i++) {
            Thread.sleep(100);
            found = caller.get("systems", "/api/imports/customers/" + number).json();
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "customers, customer-service, 422",
        "customers, warehouse, 403",
        "products, process-owners, 422",
        "products, customer-service, 403",
        "stock, warehouse, 422",
        "stock, sales, 403",
        "purchases, purchasing, 422",
        "purchases, sales, 403",
        "partners, managers, 422",
        "partners, purchasing, 403",
        "stock, systems, 422",
        "anything, systems, 404"
    })
    void who_may_change_records_may_import_them(String kind, String role, int status) {
        var file = new MockMultipartFile("file", "any.csv", "text/csv", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(caller.send(
                                role,
                                multipart("/api/imports/" + kind).file(file).param("source", "erp"))
                        .status())
                .isEqualTo(status);
    }

    private Caller.Reply sendCustomers(String role, String text, String policy) {
        var file = new MockMultipartFile("file", "customers.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return caller.send(
                role,
                multipart("/api/imports/customers")
                        .file(file)
                        .param("source", "erp")
                        .param("policy", policy));
    }

    private Caller.Reply send(String role, String text, String source) {
        var file = new MockMultipartFile("file", "orders.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return caller.send(
                role,
                multipart("/api/imports").file(file).param("source", source).param("policy", "LEAVE_FAULTY_OUT"));
    }
}
