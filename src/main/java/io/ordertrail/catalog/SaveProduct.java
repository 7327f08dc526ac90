package io.ordertrail.catalog;

import org.springframework.stereotype.Service;

import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.refusal.Checked;

/** Creates or changes a product. Existing orders keep the name and price from their entry. */
@Service
public class SaveProduct extends SaveMasterData<Product, ProductData> {

    SaveProduct(Products products, Checked checked, Company company) {
        super(
                products,
                checked,
                ProductData::sku,
                Product::new,
                (product, data) -> product.describe(data, company.currency()));
    }
}
