package io.ordertrail.customer;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;

import io.ordertrail.refusal.Text;
import io.ordertrail.search.Reach;
import io.ordertrail.search.SearchTexts;

/** A postal address. Any part may be missing; the check of an order reports the parts that its country requires. */
@Embeddable
@TelephoneNumber
public record Address(
        @Text(max = 200) String name,
        @Text(max = 200) String street,
        @Text(max = 20) String postalCode,
        @Text(max = 100) String city,
        @Text(max = 100) String region,

        @Pattern(regexp = "[A-Z]{2}", message = "{input.country}")
        String country,

        @Text(max = 50) String phone,
        @Text(max = 254) @Email(message = "{input.email}") String email) {

    /** Adds the words by which what has this address is found. Everybody sees the city; not everybody sees the rest. */
    public SearchTexts addTo(SearchTexts texts) {
        return texts.text(Reach.PERSONAL, city)
                .text(Reach.RECIPIENT, name)
                .text(Reach.RECIPIENT, street)
                .text(Reach.RECIPIENT, postalCode)
                .code(Reach.RECIPIENT, postalCode)
                .text(Reach.RECIPIENT, region)
                .text(Reach.RECIPIENT, email)
                .code(Reach.RECIPIENT, email)
                .whole(Reach.RECIPIENT, phone)
                .whole(Reach.RECIPIENT, TelephoneNumber.Check.international(phone, country));
    }
}
