package io.ordertrail.stock.ledger;

import java.util.List;

import io.ordertrail.masterdata.MasterData;

/** All warehouses. */
public interface Sites extends MasterData<Site> {

    List<Site> findAllByOrderByCode();

    @Override
    default Site get(String code) {
        return findById(code).orElseThrow(() -> new UnknownSite(code));
    }
}
