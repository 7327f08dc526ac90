package io.ordertrail.stock.replenishment;

import java.time.LocalDate;

/**
 * What a buyer orders, or expects of an order.
 *
 * @param note null for none
 */
public record PurchasePlan(int quantity, LocalDate expected, String note) {}
