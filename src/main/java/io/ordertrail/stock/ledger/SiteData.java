package io.ordertrail.stock.ledger;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Text;

/** A site as people and systems submit it. */
public record SiteData(
        @NotNull(message = "{input.text.missing}")
        @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,19}", message = "{input.code}")
        String code,

        @Text(max = 200, required = true) String name,

        @NotNull(message = "{input.text.missing}") @Pattern(regexp = "[A-Z]{2}", message = "{input.country}")
        String country) {

    public SiteData {
        code = Blanks.trimmed(code);
    }
}
