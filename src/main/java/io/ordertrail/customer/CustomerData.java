package io.ordertrail.customer;

import java.math.BigDecimal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;

/**
 * A customer as people and systems enter it. The name in the address is ignored.
 *
 * @param creditLimit null leaves it as it is; a new customer starts with 0
 * @param blocked null leaves it as it is; a new customer is not blocked
 * @param discountAllowed in percent; null leaves it as it is; a new customer starts with 20
 * @param priority NORMAL when left out
 * @param company whether it is a company, whose name is no personal data; null leaves it as it is; a new customer is a person
 */
public record CustomerData(
        @NotNull(message = "{input.text.missing}")
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}", message = "{input.code}")
        String number,

        @Text(max = 200, required = true) String name,
        @NotNull(message = "{input.text.missing}") @Valid Address address,

        @NotNull(message = "{input.text.missing}")
        @DecimalMin(value = "0", message = "{customer.input.limit}")
        @DecimalMax(value = "999999999999.9999", message = "{customer.input.limit}")
        @Digits(integer = 12, fraction = 4, message = "{customer.input.limit}")
        BigDecimal creditLimit,

        @NotNull(message = "{input.text.missing}") Boolean blocked,

        @NotNull(message = "{input.text.missing}")
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 4)
        BigDecimal discountAllowed,

        @NotNull(message = "{input.text.missing}") ShortagePolicy shortageWish,
        Priority priority,
        Boolean company) {

    public CustomerData {
        number = Blanks.trimmed(number);
        priority = priority == null ? Priority.NORMAL : priority;
    }

    public CustomerData(
            String number,
            String name,
            Address address,
            BigDecimal creditLimit,
            Boolean blocked,
            ShortagePolicy shortageWish) {
        this(number, name, address, creditLimit, blocked, null, shortageWish, null);
    }

    /** A customer of whom nothing says whether it is a company. */
    public CustomerData(
            String number,
            String name,
            Address address,
            BigDecimal creditLimit,
            Boolean blocked,
            BigDecimal discountAllowed,
            ShortagePolicy shortageWish,
            Priority priority) {
        this(number, name, address, creditLimit, blocked, discountAllowed, shortageWish, priority, null);
    }

    CustomerData withCreditLimit(String limit) {
        return with(limit == null ? null : new BigDecimal(limit), blocked, discountAllowed);
    }

    CustomerData withBlocked(String isBlocked) {
        return with(creditLimit, isBlocked == null ? null : Boolean.valueOf(isBlocked), discountAllowed);
    }

    CustomerData withDiscountAllowed(String percent) {
        return with(creditLimit, blocked, percent == null ? null : new BigDecimal(percent));
    }

    private CustomerData with(BigDecimal limit, Boolean isBlocked, BigDecimal discount) {
        return new CustomerData(number, name, address, limit, isBlocked, discount, shortageWish, priority, company);
    }
}
