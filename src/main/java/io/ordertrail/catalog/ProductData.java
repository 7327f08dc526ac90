package io.ordertrail.catalog;

import java.math.BigDecimal;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;

/**
 * A product as people and systems enter it.
 *
 * @param listPrice null leaves it as it is
 */
public record ProductData(
        @NotNull(message = "{input.text.missing}")
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}", message = "{input.code}")
        String sku,

        @Text(max = 200, required = true) String name,
        @Text(max = 100, required = true) String category,

        @NotNull(message = "{input.text.missing}")
        @DecimalMin(value = "0", message = "{product.input.price}")
        @DecimalMax(value = "9999999999.9999", message = "{product.input.price}")
        @Digits(integer = 10, fraction = 4, message = "{product.input.price}")
        BigDecimal listPrice,

        boolean active) {

    public ProductData {
        sku = Blanks.trimmed(sku);
    }

    /**
     * The same product at another list price.
     *
     * @param price null for none
     */
    ProductData withListPrice(String price) {
        return new ProductData(sku, name, category, price == null ? null : new BigDecimal(price), active);
    }
}
