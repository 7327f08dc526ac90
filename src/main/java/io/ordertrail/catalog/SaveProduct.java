package io.ordertrail.catalog;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;

/** Creates a product or changes what is known of it. Orders keep the name and price they were entered with. */
@Service
@Transactional
public class SaveProduct {

  private final Products products;
  private final Checked checked;
  private final Company company;

  SaveProduct(Products products, Checked checked, Company company) {
    this.products = products;
    this.checked = checked;
    this.company = company;
  }

  public Product save(ProductData data) {
    checked.valid(data);
    var product = products.findById(data.sku()).orElseGet(() -> new Product(data.sku()));
    product.describe(data, company.currency());
    return products.save(product);
  }
}
