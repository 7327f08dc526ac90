package io.ordertrail.masterdata;

/** A record with a version, which rises with each change. */
public interface Versioned {

    Integer version();
}
