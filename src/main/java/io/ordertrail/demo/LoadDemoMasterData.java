package io.ordertrail.demo;

import java.math.BigDecimal;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;

/** Loads products, customers and sites of the demo company. */
@Component
class LoadDemoMasterData {

    private final SaveProduct saveProduct;
    private final SaveCustomer saveCustomer;
    private final SaveSite saveSite;

    LoadDemoMasterData(SaveProduct saveProduct, SaveCustomer saveCustomer, SaveSite saveSite) {
        this.saveProduct = saveProduct;
        this.saveCustomer = saveCustomer;
        this.saveSite = saveSite;
    }

    void load() {
        DemoFile.rows("products").forEach(this::product);
        DemoFile.rows("customers").forEach(this::customer);
        DemoFile.rows("sites")
                .forEach(row -> saveSite.save(
                        new SiteData(row.getField("code"), row.getField("name"), row.getField("country"))));
    }

    private void product(NamedCsvRecord row) {
        saveProduct.save(new ProductData(
                row.getField("sku"),
                row.getField("name"),
                row.getField("category"),
                new BigDecimal(row.getField("listPrice")),
                true));
    }

    private void customer(NamedCsvRecord row) {
        saveCustomer.save(new CustomerData(
                row.getField("number"),
                row.getField("name"),
                address(row),
                new BigDecimal(row.getField("creditLimit")),
                Boolean.parseBoolean(row.getField("blocked")),
                ShortagePolicy.valueOf(row.getField("shortagePolicy"))));
    }

    private static Address address(NamedCsvRecord row) {
        return new Address(
                row.getField("name"),
                DemoFile.optional(row, "street"),
                DemoFile.optional(row, "postalCode"),
                DemoFile.optional(row, "city"),
                DemoFile.optional(row, "region"),
                row.getField("country"),
                DemoFile.optional(row, "phone"),
                DemoFile.optional(row, "email"));
    }
}
