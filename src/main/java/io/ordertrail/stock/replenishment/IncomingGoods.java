package io.ordertrail.stock.replenishment;

import java.time.LocalDate;

/** Goods that were ordered and have not come yet. */
public record IncomingGoods(String sku, LocalDate expected, int pieces) {}
