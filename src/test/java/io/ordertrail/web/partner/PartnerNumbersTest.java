package io.ordertrail.web.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.ordertrail.change.Act;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.intake.document.DocumentAnswer.Outcome;
import io.ordertrail.intake.document.TakeDocument;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;
import io.ordertrail.intake.run.ImportDesk;
import io.ordertrail.intake.run.ImportedOrder;
import io.ordertrail.intake.run.OrderImport.State;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;

@JourneyTest
class PartnerNumbersTest {

    @Autowired
    MockMvc browser;

    @Autowired
    TestCompany company;

    @Autowired
    PartnerNumbers numbers;

    @Autowired
    TakeDocument takeDocument;

    @Autowired
    ImportDesk imports;

    @Autowired
    Desk desk;

    @Autowired
    Changes changes;

    private String customer;
    private String product;
    private String theirs;

    @BeforeEach
    void there_is_a_customer_and_a_product() {
        customer = company.customer();
        product = company.product(100);
        theirs = "A-" + System.nanoTime();
    }

    @Test
    void a_document_is_understood_in_the_numbers_of_its_partner() throws Exception {
        save("PARTY", "edifact", "G" + theirs, customer).andExpect(status().is3xxRedirection());
        save("ARTICLE", customer, theirs, product.toLowerCase()).andExpect(status().is3xxRedirection());

        var answer = takeDocument.take(edifact());

        assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
        var order = desk.order(answer.order());
        assertThat(order.customer()).isEqualTo(customer);
        assertThat(order.lines().get(0).sku()).isEqualTo(product);
    }

    @Test
    void the_number_of_this_partner_counts_before_that_of_every_partner() throws Exception {
        var other = company.product(1);
        save("ARTICLE", "", theirs, other);
        save("ARTICLE", "x", theirs, product);

        assertThat(numbers.ours(Kind.ARTICLE, List.of("x"), List.of(theirs))).containsEntry(theirs, product);
        assertThat(numbers.ours(Kind.ARTICLE, List.of("y"), List.of(theirs))).containsEntry(theirs, other);
        assertThat(numbers.ours(Kind.PARTY, List.of("x"), List.of(theirs))).isEmpty();
    }

    @Test
    void a_file_of_orders_is_understood_in_the_numbers_of_its_source() throws Exception {
        var source = "s-" + theirs.substring(theirs.length() - 9);
        save("PARTY", source, "C" + theirs, customer);
        save("ARTICLE", source, theirs, product);

        var number = imports.send(
                source, "Order,Customer,SKU,Qty\n1,C" + theirs + "," + theirs + ",2\n", ImportPolicy.ALL_OR_NOTHING);
        imports.await(number, State.DONE);

        var order = desk.order(new OrderNumber(
                imports.in(number, ImportedOrder.State.ENTERED).get(0).number()));
        assertThat(order.customer()).isEqualTo(customer);
        assertThat(order.lines().get(0).sku()).isEqualTo(product);
    }

    @Test
    void a_number_needs_a_record_of_ours_and_the_trail_has_each_change() throws Exception {
        save("ARTICLE", theirs, theirs, "NOTHING-9")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is no product NOTHING-9.")))
                .andExpect(content().string(containsString("value=\"" + theirs + "\"")));
        save("ARTICLE", theirs, theirs, product);
        browser.perform(get("/partner-numbers")
                        .param("text", theirs.toLowerCase())
                        .with(user("max").roles("sales")))
                .andExpect(content().string(containsString("/products/" + product)));

        browser.perform(post("/partner-numbers/removal")
                        .param("kind", "ARTICLE")
                        .param("partner", theirs)
                        .param("theirs", theirs)
                        .with(user("max").roles("sales"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        browser.perform(get("/partner-numbers")
                        .param("text", theirs)
                        .with(user("max").roles("sales")))
                .andExpect(content().string(not(containsString("/products/" + product))));
        assertThat(changes.newest(Subject.Kind.SETTINGS, "partner " + theirs))
                .extracting(change -> change.act())
                .containsExactly(Act.REMOVED, Act.CREATED);
    }

    private ResultActions save(String kind, String partner, String number, String ours) throws Exception {
        return browser.perform(post("/partner-numbers")
                .param("kind", kind)
                .param("partner", partner)
                .param("theirs", number)
                .param("ours", ours)
                .with(user("max").roles("sales"))
                .with(csrf()));
    }

    private byte[] edifact() {
        return """
            UNB+UNOA:3+5400110000009:14+5013546107732:14+261201:1237+1'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+220+%1$s+9'
            NAD+BY+G%1$s::9'
            NAD+SU+5013546107732::9'
            LIN+1++%1$s:EN'
            QTY+21:3'
            UNS+S'
            UNT+8+1'
            UNZ+1+1'
            """.formatted(theirs).getBytes(StandardCharsets.UTF_8);
    }
}
