package io.ordertrail.intake.record;

import static io.ordertrail.intake.record.RecordField.Type.NUMBER;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.ProductData;
import io.ordertrail.catalog.Products;
import io.ordertrail.catalog.SaveProduct;
import io.ordertrail.intake.file.Row;
import io.ordertrail.refusal.Sentence;

/** Files of products. */
@Component
class ProductRecords implements RecordsOfKind {

    private static final List<RecordField> FIELDS = List.of(
            RecordField.required(
                    "sku",
                    "product.sku",
                    "product code",
                    "product id",
                    "item number",
                    "item",
                    "article",
                    "article number",
                    "artikelnummer",
                    "stock code",
                    "料號",
                    "品號",
                    "货号"),
            RecordField.of(
                    "name", "product.name", "product name", "product", "title", "description", "bezeichnung", "品名"),
            RecordField.of("category", "product.category", "product category", "group", "kategorie", "warengruppe"),
            RecordField.of("listPrice", "product.price", "price", "unit price", "preis", "listenpreis", "單價", "单价")
                    .as(NUMBER),
            RecordField.of("currency", "export.currency", "currency code", "währung"),
            RecordField.of("active", "product.active", "available", "aktiv"));

    private final Products products;
    private final SaveProduct saveProduct;
    private final Company company;

    ProductRecords(Products products, SaveProduct saveProduct, Company company) {
        this.products = products;
        this.saveProduct = saveProduct;
        this.company = company;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PRODUCTS;
    }

    @Override
    public List<RecordField> fields() {
        return FIELDS;
    }

    @Override
    public List<RecordVerdict> judge(List<Row> rows, RecordLayout layout) {
        var known =
                products.typed(rows.stream().map(row -> layout.text(row, "sku")).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> verdict(new RecordRow(layout, row), known.get(layout.text(row, "sku"))))
                .toList();
    }

    private RecordVerdict verdict(RecordRow row, Product stored) {
        var data = data(row, stored);
        var preview = saveProduct.preview(data, stored);
        row.faults(preview.faults());
        return new RecordVerdict(
                row.row(),
                row.text("sku"),
                stored == null,
                preview.changes(),
                preview.waiting(),
                row.faults(),
                number -> saveProduct.save(data).sku());
    }

    private ProductData data(RecordRow row, Product stored) {
        var currency = row.text("currency");
        if (!currency.isEmpty() && !currency.equals(company.currency().getCurrencyCode())) {
            row.fault("currency", Sentence.of("record.fault.currency", company.currency()));
        }
        return new ProductData(
                stored == null ? row.text("sku", null) : stored.sku(),
                row.text("name", stored == null ? null : stored.name()),
                row.text("category", stored == null ? null : stored.category()),
                row.number("listPrice", null),
                row.yes("active", stored == null || stored.active()));
    }
}
