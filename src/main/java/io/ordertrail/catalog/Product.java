package io.ordertrail.catalog;

import java.math.BigDecimal;
import java.util.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.ordertrail.masterdata.Versioned;
import io.ordertrail.search.Reach;
import io.ordertrail.search.SearchTexts;

/** A product and its list price. */
@Entity
public class Product implements Versioned {

    @Id
    private String sku;

    private String name;
    private String category;
    private BigDecimal listPrice;
    private Currency currency;
    private boolean active;
    /** The database calculates it: SKUs that people type are compared without case. */
    @Column(insertable = false, updatable = false)
    private String skuUpper;

    @Version
    private Integer version;

    protected Product() {
        // JPA
    }

    Product(String sku) {
        this.sku = sku;
    }

    void describe(ProductData data, Currency currency) {
        this.name = data.name();
        this.category = data.category();
        this.listPrice = data.listPrice();
        this.currency = currency;
        this.active = data.active();
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    /** By which words orders of the product are found. */
    SearchTexts searchTexts() {
        return new SearchTexts().text(Reach.OPEN, sku).code(Reach.OPEN, sku).text(Reach.OPEN, name);
    }

    public String category() {
        return category;
    }

    /** The price of one unit, net, with up to four decimal places. */
    public Money listPrice() {
        return new Money(listPrice, currency);
    }

    /** Tells whether new orders can contain it. */
    public boolean active() {
        return active;
    }

    @Override
    public Integer version() {
        return version;
    }
}
