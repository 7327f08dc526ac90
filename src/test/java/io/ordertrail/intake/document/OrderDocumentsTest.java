package io.ordertrail.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;

import com.helger.ubl21.UBL21Marshaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;

/** Documents of partners become orders and are answered in their standard. */
@JourneyTest
class OrderDocumentsTest {

    @Autowired
    Caller caller;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    private String customer;
    private String product;
    private final String number = "PO" + System.nanoTime() % 1_000_000_000;

    @BeforeEach
    void there_is_a_partner_and_a_product() {
        customer = company.customer();
        product = company.product(100);
    }

    @Test
    void an_order_of_ubl_is_entered_and_answered() {
        var reply = sent(ubl("Order", ""));

        assertThat(reply.status()).isEqualTo(201);
        var order = order(reply);
        assertThat(order.customer()).isEqualTo(customer);
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo(product);
            assertThat(line.quantity()).isEqualTo(3);
            assertThat(line.unitPrice()).isEqualByComparingTo("9.50");
        });
        assertThat(order.shipTo().city()).isEqualTo("Graz");
        var answer = UBL21Marshaller.orderResponse().read(bytes(reply.body()));
        assertThat(answer.getOrderResponseCodeValue()).isEqualTo("AP");
        assertThat(answer.getOrderReference().get(0).getIDValue()).isEqualTo(number);
        assertThat(answer.getOrderReference().get(0).getSalesOrderIDValue())
                .isEqualTo(order.number().value());
    }

    @Test
    void an_order_of_x12_is_entered_and_answered() {
        var reply = sent(x12("00"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(order(reply).lines().get(0).quantity()).isEqualTo(3);
        assertThat(order(reply).shipTo().street()).isEqualTo("126 Any St");
        var answer = Segments.read(bytes(reply.body()));
        assertThat(answer.first("ST").orElseThrow().at(1)).isEqualTo("855");
        assertThat(answer.first("BAK").orElseThrow().at(2)).isEqualTo("AT");
        assertThat(answer.first("BAK").orElseThrow().at(3)).isEqualTo(number);
        assertThat(answer.first("SE").orElseThrow().at(1)).isEqualTo("4");
    }

    @Test
    void an_order_of_edifact_is_entered_and_answered() {
        var reply = sent(edifact("220", "9"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(order(reply).lines().get(0).sku()).isEqualTo(product);
        assertThat(order(reply).requestedDelivery()).hasToString("2027-01-15");
        var answer = Segments.read(bytes(reply.body()));
        assertThat(answer.first("UNH").orElseThrow().at(2)).isEqualTo("ORDRSP");
        assertThat(answer.first("BGM").orElseThrow().at(3)).isEqualTo("29");
        assertThat(answer.first("RFF").orElseThrow().at(1, 2)).isEqualTo(number);
    }

    @Test
    void the_same_document_twice_enters_one_order() {
        var first = sent(x12("00"));
        var again = sent(x12("00"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers().get(HttpHeaders.LOCATION))
                .isEqualTo(first.headers().get(HttpHeaders.LOCATION));
    }

    @Test
    void a_document_cancels_its_order() {
        var order = order(sent(edifact("220", "9")));
        var reply = sent(edifact("220", "1"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(desk.state(order.number())).isEqualTo(OrderState.CANCELLED);
        assertThat(sent(edifact("220", "1")).status()).isEqualTo(422);
    }

    @Test
    void a_document_cancels_an_order_of_ubl() {
        var order = order(sent(ubl("Order", "")));
        var reply = sent(cancellation());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(desk.state(order.number())).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void a_document_changes_an_order_that_is_in_correction_and_is_refused_otherwise() {
        var order = order(sent(edifact("220", "9").replace("PRI+AAA:9.5'", "PRI+AAA:1'")));
        var change = edifact("230", "4").replace("ORDERS:D", "ORDCHG:D").replace("QTY+21:3'", "QTY+21:5'");

        var refused = sent(change);
        assertThat(refused.status()).isEqualTo(422);
        var refusal = Segments.read(bytes(refused.body()));
        assertThat(refusal.first("BGM").orElseThrow().at(3)).isEqualTo("27");
        assertThat(refusal.first("FTX")).isPresent();
        assertThat(desk.order(order.number()).lines().get(0).quantity()).isEqualTo(3);

        desk.complete(order.number(), "reviewOrder", "reviewDecision", "correct", "reviewReason", "Price is a slip");
        var changed = sent(change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(Segments.read(bytes(changed.body()))
                        .first("BGM")
                        .orElseThrow()
                        .at(3))
                .isEqualTo("29");
        assertThat(desk.order(order.number()).lines().get(0).quantity()).isEqualTo(5);
        assertThat(sent(change.replace(number, "UNKNOWN9")).status()).isEqualTo(422);
    }

    @Test
    void what_a_document_lacks_is_answered() {
        var body = x12("00").replace(product, "OTHER-9").replace("PO1*1*3*", "PO1*1*2.5*");
        var reply = sent(body);
        assertThat(reply.status()).isEqualTo(422);
        var answer = Segments.read(bytes(reply.body()));
        assertThat(answer.first("BAK").orElseThrow().at(2)).isEqualTo("RD");
        assertThat(answer.with("MSG").map(reason -> reason.at(1)))
                .anyMatch(reason -> reason.contains("OTHER-9"))
                .anyMatch(reason -> reason.contains("2.5"));
        assertThat(sent(x12("00").replace(customer, "NOBODY")).body()).contains("No customer has one of these");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Dear sirs, please send three lamps.",
                "<Order",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Order>&e;</Order>",
                "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>",
                "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"><Nonsense/></Order>",
                "ISA*00*",
                "UNB+UNOA:3+A+B+010502:1237+1'UNH+1+INVOIC:D:96A:UN'UNT+2+1'UNZ+1+1'"
            })
    void what_is_no_order_is_refused_in_a_sentence(String body) {
        var reply = sent(body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("detail").asText()).isNotBlank().doesNotContain("Exception", "root:");
    }

    private Caller.Reply sent(String body) {
        return caller.send(
                "systems",
                post("/api/orders/documents").contentType("text/plain").content(bytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Order order(Caller.Reply reply) {
        return desk.order(
                new OrderNumber(reply.headers().get(HttpHeaders.LOCATION).replaceAll(".*/", "")));
    }

    private String x12(String purpose) {
        return """
            ISA*00*          *00*          *01*000123456      *ZZ*PARTNERID      *090827*0936*U*00401*000000055*0*T*>~
            GS*PO*000123456*PARTNERID*20090827*1041*2*X*004010~
            ST*850*0003~
            BEG*%s*SA*%s**20261201~
            N1*BY**92*%s~
            N1*ST*John Doe~
            N3*126 Any St~
            N4*Hauppauge*NY*11788-1234*US~
            PO1*1*3*EA*9.5**VN*%s~
            CTT*1~
            SE*9*0003~
            GE*1*2~
            IEA*1*000000055~
            """.formatted(purpose, number, customer, product);
    }

    private String edifact(String kind, String function) {
        return """
            UNA:+.? '
            UNB+UNOA:3+5400110000009:14+5013546107732:14+261201:1237+1'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+%s+%s+%s'
            DTM+137:20261201:102'
            DTM+2:20270115:102'
            NAD+BY+%s::92'
            NAD+SU+5013546107732::9'
            LIN+1++5400111864181:EN'
            PIA+1+%s:SA'
            QTY+21:3'
            PRI+AAA:9.5'
            UNS+S'
            UNT+12+1'
            UNZ+1+1'
            """.formatted(kind, number, function, customer, product);
    }

    private String ubl(String root, String more) {
        return """
            <%1$s xmlns="urn:oasis:names:specification:ubl:schema:xsd:%1$s-2"
              xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
              xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:ID>%2$s</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate>%5$s
              <cac:BuyerCustomerParty><cac:Party><cac:PartyIdentification><cbc:ID>%3$s</cbc:ID></cac:PartyIdentification></cac:Party></cac:BuyerCustomerParty>
              <cac:SellerSupplierParty><cac:Party><cac:PartyIdentification><cbc:ID>US</cbc:ID></cac:PartyIdentification></cac:Party></cac:SellerSupplierParty>
              <cac:Delivery><cac:DeliveryLocation><cac:Address><cbc:StreetName>Hauptplatz</cbc:StreetName><cbc:BuildingNumber>7</cbc:BuildingNumber>
                <cbc:CityName>Graz</cbc:CityName><cbc:PostalZone>8010</cbc:PostalZone>
                <cac:Country><cbc:IdentificationCode>AT</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation></cac:Delivery>
              <cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="EA">3</cbc:Quantity>
                <cac:Price><cbc:PriceAmount currencyID="EUR">9.50</cbc:PriceAmount></cac:Price>
                <cac:Item><cac:SellersItemIdentification><cbc:ID>%4$s</cbc:ID></cac:SellersItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>
            </%1$s>
            """.formatted(root, number, customer, product, more);
    }

    private String cancellation() {
        return """
            <OrderCancellation xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderCancellation-2"
              xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
              xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:ID>C-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cbc:CancellationNote>No longer wanted</cbc:CancellationNote>
              <cac:OrderReference><cbc:ID>%s</cbc:ID></cac:OrderReference>
              <cac:BuyerCustomerParty><cac:Party><cac:PartyIdentification><cbc:ID>%s</cbc:ID></cac:PartyIdentification></cac:Party></cac:BuyerCustomerParty>
              <cac:SellerSupplierParty><cac:Party><cac:PartyIdentification><cbc:ID>US</cbc:ID></cac:PartyIdentification></cac:Party></cac:SellerSupplierParty>
            </OrderCancellation>
            """.formatted(number, customer);
    }
}
