package io.ordertrail.stock.replenishment;

import java.time.LocalDate;

/** Ordered goods that have not arrived, in units. */
public record IncomingGoods(String sku, LocalDate expected, int quantity) {}
