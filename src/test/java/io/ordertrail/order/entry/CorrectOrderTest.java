package io.ordertrail.order.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.refusal.InvalidInput;

/** An order in correction whose product is renamed, repriced and withdrawn meanwhile. */
@JourneyTest
class CorrectOrderTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CorrectOrder correctOrder;

    @Autowired
    SaveProduct saveProduct;

    private String cup;
    private String customer;
    private OrderNumber number;

    @BeforeEach
    void an_order_far_below_the_list_price_is_returned_for_correction() {
        cup = company.product(9);
        customer = company.customer();
        number = enterOrder.enter(order(2, "1.00"));
        desk.complete(number, Element.REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Phone number");
    }

    @Test
    void a_line_that_is_not_changed_keeps_its_name_price_and_list_price() {
        saveProduct.save(new ProductData(cup, "Mug", "Tableware", new BigDecimal("10.50"), true));

        correctOrder.correct(number, order(2, "1.0"));

        var line = desk.order(number).lines().get(0);
        assertThat(line.name()).isEqualTo("Cup " + cup);
        assertThat(line.listPrice()).isEqualByComparingTo("10");
        assertThat(line.unitPrice()).isEqualByComparingTo("1");
        assertThat(desk.order(number).total().amount()).isEqualByComparingTo("2");
    }

    @Test
    void a_line_that_is_changed_takes_the_name_and_the_list_price_of_now() {
        saveProduct.save(new ProductData(cup, "Mug", "Tableware", new BigDecimal("10.50"), true));

        correctOrder.correct(number, order(3, "1.00"));

        var line = desk.order(number).lines().get(0);
        assertThat(line.name()).isEqualTo("Mug");
        assertThat(line.listPrice()).isEqualByComparingTo("10.5");
    }

    @Test
    void a_line_whose_product_was_withdrawn_may_stay_as_it_is_but_not_be_changed() {
        saveProduct.save(new ProductData(cup, "Cup " + cup, "Tableware", new BigDecimal("10"), false));

        correctOrder.correct(number, order(2, "1.00"));

        assertThat(desk.order(number).lines()).hasSize(1);
        assertThatThrownBy(() -> correctOrder.correct(number, order(3, "1.00")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(InvalidInput.Fault::pointer)
                                .containsExactly("/lines/0/sku"));
    }

    @Test
    void a_second_line_of_a_withdrawn_product_is_refused() {
        saveProduct.save(new ProductData(cup, "Cup " + cup, "Tableware", new BigDecimal("10"), false));
        var line = order(2, "1.00").lines().get(0);

        assertThatThrownBy(() -> correctOrder.correct(
                        number, TestCompany.order(customer, TestCompany.BERLIN, List.of(line, line))))
                .isInstanceOf(InvalidInput.class);
    }

    private NewOrder order(int quantity, String price) {
        return TestCompany.order(
                customer, TestCompany.BERLIN, List.of(new NewOrder.Line(cup, quantity, new BigDecimal(price), null)));
    }
}
