package io.ordertrail.demo;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Products;

/** Loads master data and stock of the demo company in one transaction. */
@Service
@Transactional(timeout = SetUpDemoCompany.LONGEST_SECONDS)
class SetUpDemoCompany {

    /**
     * Longer than other transactions may take: nobody waits for this one, and a slow machine should get its demo, too.
     */
    static final int LONGEST_SECONDS = 100;

    private final Products products;
    private final LoadDemoMasterData loadDemoMasterData;
    private final LoadDemoStock loadDemoStock;

    SetUpDemoCompany(Products products, LoadDemoMasterData loadDemoMasterData, LoadDemoStock loadDemoStock) {
        this.products = products;
        this.loadDemoMasterData = loadDemoMasterData;
        this.loadDemoStock = loadDemoStock;
    }

    boolean isEmpty() {
        return products.count() == 0;
    }

    void setUp() {
        loadDemoMasterData.load();
        loadDemoStock.load();
    }

    /**
     * Tells whether this is the demo company. Its opening stock in the ledger proves it, whatever has changed since.
     */
    boolean isSetUp() {
        return loadDemoStock.isLoaded();
    }
}
