package io.ordertrail.web.intake;

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

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.ordertrail.change.ChangeSet;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject.Kind;
import io.ordertrail.intake.run.ImportDecision;
import io.ordertrail.intake.run.ImportDesk;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Orders;

@JourneyTest
class ImportPagesTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Changes changes;

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    Orders orders;

    @Autowired
    ImportDesk imports;

    @ParameterizedTest
    @ValueSource(strings = {"sales", "managers"})
    void sales_and_managers_import_orders(String role) throws Exception {
        browser.perform(get("/orders/import").with(user("sally").roles(role)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Check the file")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"warehouse", "shipping", "order-review", "purchasing", "systems", "process-owners"})
    void other_roles_do_not(String role) throws Exception {
        browser.perform(get("/orders/import").with(user("bob").roles(role))).andExpect(status().isForbidden());
        browser.perform(multipart("/orders/import")
                        .file(file("a\n1"))
                        .with(user("bob").roles(role))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_file_is_shown_with_what_was_found_and_entered_when_a_person_says_so() throws Exception {
        var before = orders.count();
        var number = sent(
                "Order,Customer,SKU,Qty,Colour\n1," + company.customer() + "," + company.product(5) + ",2,red\n",
                "ASK");
        imports.await(number, State.DECIDING);

        page(number)
                .andExpect(content().string(containsString("Enter all orders: 1")))
                .andExpect(content().string(containsString(">red<")))
                .andExpect(content().string(not(containsString("every 2s"))));
        assertThat(orders.count()).isEqualTo(before);

        imports.decide(number, ImportDecision.ENTER_SOUND);
        imports.await(number, State.DONE);
        page(number)
                .andExpect(content().string(containsString("orders.csv")))
                .andExpect(content().string(containsString("Undo cancels the orders")));
        assertThat(orders.count()).isEqualTo(before + 1);
        browser.perform(get("/orders/import").with(user("sally").roles("sales")))
                .andExpect(content().string(containsString("/orders/import/" + number)));
    }

    @Test
    void a_faulty_file_is_not_entered_and_its_page_says_what_to_mend() throws Exception {
        var before = orders.count();
        var number = sent("Order,Customer,SKU,Qty\n1,NOBODY,<b>X</b>,2\n", "ALL_OR_NOTHING");
        imports.await(number, State.DECIDING);

        page(number)
                .andExpect(content().string(containsString("Row 2: NOBODY")))
                .andExpect(content().string(containsString("Row 2: &lt;b&gt;X&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("<b>X"))));
        browser.perform(get("/orders/import/" + number + "/faulty-rows")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(content().string(containsString("Why not entered")));
        browser.perform(get("/orders/import/" + number + "/faulty-rows.xlsx")
                        .with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        assertThat(changes.newest(Kind.EXPORT, "faulty-rows"))
                .as("who takes them is in the trail, and how many they are")
                .flatExtracting(ChangeSet::differences)
                .extracting(one -> one.field() + " " + one.current())
                .contains("number " + number, "rows 1");
        assertThat(orders.count()).isEqualTo(before);

        browser.perform(post("/orders/import/" + number + "/cancel")
                        .with(user("mona").roles("managers"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        imports.await(number, State.CANCELLED);
    }

    @Test
    void columns_are_changed_on_the_page() throws Exception {
        var number = sent(
                "Order,Customer,SKU,Qty,Ours\n1," + company.customer() + ",?,2," + company.product(5) + "\n",
                "ALL_OR_NOTHING");
        imports.await(number, State.DECIDING);

        browser.perform(post("/orders/import/" + number + "/columns")
                        .param("charset", "UTF-8")
                        .param("delimiter", ",")
                        .param("decimal", ".")
                        .param("days", "DAY_FIRST")
                        .param("column-0", "REFERENCE")
                        .param("column-1", "CUSTOMER")
                        .param("column-2", "")
                        .param("column-3", "QUANTITY")
                        .param("column-4", "SKU")
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        imports.await(number, State.DONE);
        assertThat(imports.entered(number)).containsOnlyKeys("1");
    }

    @Test
    void a_value_is_replaced_on_the_page() throws Exception {
        var sku = company.product(5);
        var number = sent("Order,Customer,SKU,Qty\n1," + company.customer() + ",THEIRS,2\n", "ALL_OR_NOTHING");
        imports.await(number, State.DECIDING);
        page(number)
                .andExpect(content().string(containsString("Values to replace")))
                .andExpect(content().string(containsString("value=\"THEIRS\"")));

        browser.perform(post("/orders/import/" + number + "/values")
                        .param("column", "SKU")
                        .param("cell", "THEIRS")
                        .param("instead", sku)
                        .with(user("sally").roles("sales"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        imports.await(number, State.DONE);
        page(number).andExpect(content().string(containsString("SKU: THEIRS is read as " + sku)));
    }

    @Test
    void single_cells_are_corrected_on_the_page() throws Exception {
        var sku = company.product(5);
        var number = sent("Order,Customer,SKU,Qty\n1," + company.customer() + ",THEIRS,2\n", "ASK");
        imports.await(number, State.DECIDING);
        page(number)
                .andExpect(content().string(containsString("Correct single cells")))
                .andExpect(content().string(containsString("name=\"cell-2-2-2\" value=\"THEIRS\"")))
                .andExpect(content().string(containsString("There is no product THEIRS.")));

        cell(number, "0", "THEIRS")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("No cell differs from the file")));
        cell(number, "0", sku).andExpect(status().is3xxRedirection());
        page(number)
                .andExpect(content().string(containsString("Enter all orders: 1")))
                .andExpect(content().string(not(containsString("Correct single cells"))))
                .andExpect(content().string(containsString(">Row 2<")));
        cell(number, "0", "LATE")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else has corrected the order in row 2")));
    }

    private ResultActions cell(ImportNumber number, String version, String text) throws Exception {
        return browser.perform(post("/orders/import/" + number + "/cells")
                .param("version-2", version)
                .param("cell-2-2-2", text)
                .with(user("sally").roles("sales"))
                .with(csrf()));
    }

    @Test
    void the_task_of_an_import_shows_its_facts_in_tasklist() throws Exception {
        var number = sent("Order,Customer,SKU,Qty\n1,NOBODY,X,2\n", "ASK");
        imports.await(number, State.DECIDING);
        var task = imports.task(number);

        browser.perform(get("/tasks/" + task + "/facts").with(user("sally").roles("sales")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is no product X.")));
        browser.perform(get("/tasks/" + task + "/facts").with(user("bob").roles("warehouse")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_no_table_is_refused_in_a_sentence() throws Exception {
        send("%PDF-1.7", "ASK")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The file is no CSV, no TSV and no XLSX.")));
        send("", "ASK")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The file is empty.")));
    }

    private ResultActions page(ImportNumber number) throws Exception {
        return browser.perform(
                        get("/orders/import/" + number).with(user("sally").roles("sales")))
                .andExpect(status().isOk());
    }

    private ImportNumber sent(String text, String policy) throws Exception {
        var address = send(text, policy)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return new ImportNumber(Long.parseLong(address.replaceFirst(".*/", "")));
    }

    private ResultActions send(String text, String policy) throws Exception {
        return browser.perform(multipart("/orders/import")
                .file(file(text))
                .param("source", "page-test-" + COUNT.incrementAndGet())
                .param("policy", policy)
                .with(user("sally").roles("sales"))
                .with(csrf()));
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "orders.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
