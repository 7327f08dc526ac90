package io.ordertrail.stock.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.ordertrail.masterdata.Versioned;

/** A warehouse. */
@Entity
public class Site implements Versioned {

    @Id
    private String code;

    private String name;
    private String country;

    @Version
    private Integer version;

    protected Site() {
        // JPA
    }

    Site(String code) {
        this.code = code;
    }

    void describe(SiteData data) {
        name = data.name();
        country = data.country();
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** ISO 3166 alpha-2. */
    public String country() {
        return country;
    }

    @Override
    public Integer version() {
        return version;
    }
}
