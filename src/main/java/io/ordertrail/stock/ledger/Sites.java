package io.ordertrail.stock.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.ordertrail.masterdata.MasterData;

/** All warehouses. */
public interface Sites extends MasterData<Site> {

    List<Site> findAllByOrderByCode();

    /** Codes of sites are in upper case. */
    @Override
    default Optional<Site> typed(String code) {
        return findById(code.toUpperCase(Locale.ROOT));
    }

    @Override
    default Site get(String code) {
        return typed(code).orElseThrow(() -> new UnknownSite(code));
    }
}
