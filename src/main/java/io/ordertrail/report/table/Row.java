package io.ordertrail.report.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * A row of a report.
 *
 * @param key what the row is about: a state, a SKU, a day
 * @param name of what the key stands for; null when it has none of its own
 * @param figures one for each column; null where there is nothing to measure
 */
public record Row(String key, String name, List<BigDecimal> figures) {}
