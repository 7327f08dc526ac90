package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;

/** Reads the variances of a stocktake in the company's currency. */
@Component
class ReadVariances {

    private final StocktakeLines lines;
    private final Company company;

    ReadVariances(StocktakeLines lines, Company company) {
        this.lines = lines;
        this.company = company;
    }

    Variances of(long number) {
        return new Variances(lines.of(number), company.currency());
    }
}
