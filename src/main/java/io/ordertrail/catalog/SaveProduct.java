package io.ordertrail.catalog;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.stereotype.Service;

import io.ordertrail.approval.ApprovalSettings;
import io.ordertrail.change.Subject;
import io.ordertrail.masterdata.Figure;
import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.masterdata.SaveParts;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Creates or changes a product. Existing orders keep the name and price from their entry. */
@Service
public class SaveProduct extends SaveMasterData<Product, ProductData> {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Company company;
    private final List<Figure<ProductData>> figures;

    SaveProduct(Products products, SaveParts parts, Company company, ApprovalSettings limits) {
        super(Subject.Kind.PRODUCT, products, parts);
        this.company = company;
        this.figures = List.of(new Figure<>(
                "listPrice",
                null,
                ProductData::listPrice,
                ProductData::withListPrice,
                (from, to) -> isLarge(new BigDecimal(from), new BigDecimal(to), limits.listPriceAbove())));
    }

    /** Tells whether a price changes by more than so many percent; from 0, every change does. */
    private static boolean isLarge(BigDecimal from, BigDecimal to, BigDecimal percent) {
        return to.subtract(from).abs().multiply(HUNDRED).compareTo(from.multiply(percent)) > 0;
    }

    @Override
    protected List<Figure<ProductData>> figures() {
        return figures;
    }

    @Override
    protected String code(ProductData data) {
        return data.sku();
    }

    @Override
    protected Product create(String sku) {
        return new Product(sku);
    }

    @Override
    protected void describe(Product product, ProductData data) {
        product.describe(data, company.currency());
    }

    /** Orders keep the name from their entry, so a former name still finds them. */
    @Override
    protected void index(Product product, WriteSearchWords search) {
        search.add(SearchKind.PRODUCT, product.sku(), product.searchTexts());
    }

    @Override
    protected ProductData data(Product product) {
        return new ProductData(
                product.sku(),
                product.name(),
                product.category(),
                product.listPrice().amount(),
                product.active());
    }
}
