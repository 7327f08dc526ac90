package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import jakarta.persistence.Embeddable;

import io.ordertrail.catalog.Money;
import io.ordertrail.catalog.Product;

/** A quantity of a product at a price. Name and list price stay as they were when the order was entered. */
@Embeddable
public class OrderLine {

    /**
     * Customer and entry time of the order are repeated here: one index finds a customer's last orders of a product.
     */
    private String customer;

    private Instant enteredAt;
    private String sku;
    private String name;
    private int quantity;
    private int cancelledQuantity;
    private BigDecimal unitPrice;
    private BigDecimal listPrice;
    private BigDecimal discountPercent;
    private BigDecimal amount;

    protected OrderLine() {
        // JPA
    }

    public OrderLine(Product product, NewOrder.Line line) {
        sku = product.sku();
        name = product.name();
        quantity = line.quantity();
        listPrice = product.listPrice().amount();
        unitPrice = line.unitPrice() == null ? listPrice : line.unitPrice();
        discountPercent = line.discountPercent() == null ? BigDecimal.ZERO : line.discountPercent();
        calculateAmount(product.listPrice().currency());
    }

    /** The same line of a corrected order: name, prices and list price stay. */
    private OrderLine(OrderLine kept, Currency currency) {
        sku = kept.sku;
        name = kept.name;
        quantity = kept.quantity;
        listPrice = kept.listPrice;
        unitPrice = kept.unitPrice;
        discountPercent = kept.discountPercent;
        calculateAmount(currency);
    }

    /** Tells whether a correction leaves this line as it is. */
    public boolean isUnchangedBy(NewOrder.Line corrected) {
        return sku.equals(corrected.sku())
                && quantity == corrected.quantity()
                && corrected.unitPrice() != null
                && unitPrice.compareTo(corrected.unitPrice()) == 0
                && discountPercent.compareTo(
                                corrected.discountPercent() == null ? BigDecimal.ZERO : corrected.discountPercent())
                        == 0;
    }

    /** A copy for the corrected order. */
    public OrderLine kept(Currency currency) {
        return new OrderLine(this, currency);
    }

    void orderedBy(String customer, Instant at) {
        this.customer = customer;
        this.enteredAt = at;
    }

    /** Cancels the quantity beyond the given units. */
    void limitTo(int units, Currency currency) {
        cancelledQuantity = quantity - units;
        calculateAmount(currency);
    }

    private void calculateAmount(Currency currency) {
        amount = new Money(unitPrice, currency)
                .times(requiredQuantity())
                .less(discountPercent)
                .rounded()
                .amount();
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public int quantity() {
        return quantity;
    }

    /** Units that were cancelled. */
    public int cancelledQuantity() {
        return cancelledQuantity;
    }

    /** Units that the customer still gets: ordered minus cancelled. */
    public int requiredQuantity() {
        return quantity - cancelledQuantity;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public BigDecimal listPrice() {
        return listPrice;
    }

    public BigDecimal discountPercent() {
        return discountPercent;
    }

    /** The net amount for the units that the customer still gets, rounded half up to the places of the currency. */
    public BigDecimal amount() {
        return amount;
    }

    /** The unit price after discount in percent of the list price; 100 when the list price is 0. */
    public BigDecimal percentOfList() {
        return listPrice.signum() == 0
                ? Percent.HUNDRED
                : Percent.of(new Money(unitPrice, null).less(discountPercent).amount(), listPrice);
    }
}
