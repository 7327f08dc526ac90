package io.ordertrail.customer;

import java.math.BigDecimal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.ordertrail.masterdata.Versioned;
import io.ordertrail.search.Reach;
import io.ordertrail.search.SearchTexts;

/** A customer of the company. */
@Entity
public class Customer implements Versioned {

    @Id
    private String number;

    private String name;
    private String street;
    private String postalCode;
    private String city;
    private String region;
    private String country;
    private String phone;
    private String email;
    private boolean company;
    private BigDecimal creditLimit;
    private boolean blocked;
    private BigDecimal discountAllowed;
    /** The database calculates it: numbers that people type are compared without case. */
    @Column(insertable = false, updatable = false)
    private String numberUpper;

    @Enumerated(EnumType.STRING)
    private ShortagePolicy shortagePolicy;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Version
    private Integer version;

    protected Customer() {
        // JPA
    }

    Customer(String number) {
        this.number = number;
    }

    void describe(CustomerData data) {
        name = data.name();
        street = data.address().street();
        postalCode = data.address().postalCode();
        city = data.address().city();
        region = data.address().region();
        country = data.address().country();
        phone = data.address().phone();
        email = data.address().email();
        creditLimit = data.creditLimit();
        blocked = data.blocked();
        discountAllowed = data.discountAllowed();
        shortagePolicy = data.shortageWish();
        priority = data.priority();
        company = data.company() == null ? company : data.company();
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public Address address() {
        return new Address(name, street, postalCode, city, region, country, phone, email);
    }

    /** By which words the orders of the customer are found. */
    SearchTexts searchTexts() {
        return address()
                .addTo(new SearchTexts()
                        .text(Reach.OPEN, number)
                        .code(Reach.OPEN, number)
                        .text(Reach.PERSONAL, name));
    }

    /** The largest total of open orders, in the company's currency. */
    public BigDecimal creditLimit() {
        return creditLimit;
    }

    public boolean blocked() {
        return blocked;
    }

    /** How far below list the customer may buy without a review, in percent. */
    public BigDecimal discountAllowed() {
        return discountAllowed;
    }

    public ShortagePolicy shortagePolicy() {
        return shortagePolicy;
    }

    /** Tells whether it is a company, whose name is stored in the clear. */
    public boolean company() {
        return company;
    }

    /** The priority of orders that have none of their own. */
    public Priority priority() {
        return priority;
    }

    @Override
    public Integer version() {
        return version;
    }
}
