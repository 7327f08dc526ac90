package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import jakarta.persistence.Embeddable;

import io.ordertrail.catalog.Money;
import io.ordertrail.catalog.Product;

/** So many pieces of a product at a price; name and list price as they were when the order was entered. */
@Embeddable
public class OrderLine {

    /** Customer and time of the order stand here too, so that a customer's last orders of a product are found in one index. */
    private String customer;

    private Instant enteredAt;
    private String sku;
    private String name;
    private int quantity;
    private int struck;
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
        price(product.listPrice().currency());
    }

    void orderedBy(String customer, Instant at) {
        this.customer = customer;
        this.enteredAt = at;
    }

    /** Strikes what cannot be had beyond the given pieces. */
    void keep(int pieces, Currency currency) {
        struck = quantity - pieces;
        price(currency);
    }

    private void price(Currency currency) {
        amount = new Money(unitPrice, currency)
                .times(wanted())
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

    public int struck() {
        return struck;
    }

    /** What the customer still gets: ordered less struck. */
    public int wanted() {
        return quantity - struck;
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

    /** For the wanted pieces, rounded half up to the currency's places. */
    public BigDecimal amount() {
        return amount;
    }

    /** The price of a piece after discount in percent of its list price; 100 where there is no list price. */
    public BigDecimal percentOfList() {
        return listPrice.signum() == 0
                ? Percent.HUNDRED
                : Percent.of(new Money(unitPrice, null).less(discountPercent).amount(), listPrice);
    }
}
