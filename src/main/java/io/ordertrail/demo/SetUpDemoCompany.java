package io.ordertrail.demo;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Products;

/** Gives the demo company what it sells, whom it sells to and what lies on its shelves: all of it or nothing. */
@Service
@Transactional(timeout = SetUpDemoCompany.LONGEST_SECONDS)
class SetUpDemoCompany {

    /** Longer than anybody's work may take, because nobody waits for it, and a slow machine should get its demo, too. */
    static final int LONGEST_SECONDS = 100;

    private final Products products;
    private final LoadDemoMasterData bringMasterData;
    private final LoadDemoStock bringStock;

    SetUpDemoCompany(Products products, LoadDemoMasterData bringMasterData, LoadDemoStock bringStock) {
        this.products = products;
        this.bringMasterData = bringMasterData;
        this.bringStock = bringStock;
    }

    boolean hasNothing() {
        return products.count() == 0;
    }

    void furnish() {
        bringMasterData.bring();
        bringStock.bring();
    }

    /** Whether this is the demo company: told by its own ledger, whatever was changed since. */
    boolean isFurnished() {
        return bringStock.isThere();
    }
}
