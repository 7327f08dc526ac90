package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Priority;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;

/**
 * An order as a person, a file or the API enters it.
 *
 * @param channel where the order comes from, such as {@code desk} or {@code api}; {@code api} when left out
 * @param currency ISO 4217; the company's when left out
 * @param partialDelivery whether the customer accepts several parcels
 * @param priority in the backorder queue; the customer's when left out
 */
public record NewOrder(
        @Text(max = 40) String channel,
        @Text(max = 100) String externalReference,
        @Text(max = 40, required = true) String customer,
        @Text(max = 3) String currency,
        LocalDate requestedDelivery,
        boolean partialDelivery,
        @Text(max = 1000, lines = true) String note,
        @NotNull(message = "{order.input.address}") @Valid Address shipTo,

        @NotNull(message = "{order.input.lines}") @Size(min = 1, max = 1000, message = "{order.input.lines}")
        List<@NotNull(message = "{order.input.lines}") @Valid Line> lines,

        Priority priority) {

    /**
     * Blanks at the ends tell no codes apart. An empty channel or reference counts as none; two orders without a
     * reference would otherwise be duplicates.
     */
    public NewOrder {
        channel = codeOrNull(channel);
        externalReference = codeOrNull(externalReference);
        customer = Blanks.trimmed(customer);
        currency = Blanks.trimmed(currency);
    }

    private static String codeOrNull(String typed) {
        var code = Blanks.trimmed(typed);
        return "".equals(code) ? null : code;
    }

    public NewOrder(
            String channel,
            String externalReference,
            String customer,
            String currency,
            LocalDate requestedDelivery,
            boolean partialDelivery,
            String note,
            Address shipTo,
            List<Line> lines) {
        this(
                channel,
                externalReference,
                customer,
                currency,
                requestedDelivery,
                partialDelivery,
                note,
                shipTo,
                lines,
                null);
    }

    /** The same order of the customer with this number. */
    public NewOrder by(String number) {
        return new NewOrder(
                channel,
                externalReference,
                number,
                currency,
                requestedDelivery,
                partialDelivery,
                note,
                shipTo,
                lines,
                priority);
    }

    /**
     * An order line.
     *
     * @param unitPrice net, for one unit; the list price when left out
     * @param discountPercent 0 when left out
     */
    public record Line(
            @Text(max = 40, required = true) String sku,

            @NotNull(message = "{order.input.quantity}")
            @Min(value = 1, message = "{order.input.quantity}")
            @Max(value = MAX_QUANTITY, message = "{order.input.quantity}")
            Integer quantity,

            @DecimalMin(value = "0", message = "{order.input.price}")
            @DecimalMax(value = "999999999.9999", message = "{order.input.price}")
            @Digits(integer = 9, fraction = 4, message = "{order.input.price}")
            BigDecimal unitPrice,

            @DecimalMin(value = "0", message = "{order.input.discount}")
            @DecimalMax(value = "100", message = "{order.input.discount}")
            @Digits(integer = 3, fraction = 4, message = "{order.input.discount}")
            BigDecimal discountPercent) {

        /** The largest quantity of a line; more counts as a typing error. */
        public static final int MAX_QUANTITY = 100_000;

        public Line {
            sku = Blanks.trimmed(sku);
        }
    }
}
