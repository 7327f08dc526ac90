package io.ordertrail.catalog;

import org.springframework.stereotype.Service;

import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.refusal.Checked;

/** Orders keep the name and price that the product had when they were entered. */
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
