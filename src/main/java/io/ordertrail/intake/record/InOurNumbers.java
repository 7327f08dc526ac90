package io.ordertrail.intake.record;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;

/** Reads the numbers of a source as ours. */
@Component
class InOurNumbers {

    private final PartnerNumbers numbers;

    InOurNumbers(PartnerNumbers numbers) {
        this.numbers = numbers;
    }

    /** The layout with our numbers for those in the rows. What a person has replaced stays replaced. */
    RecordLayout of(RecordKind kind, List<Row> rows, RecordLayout layout) {
        var field = kind == RecordKind.CUSTOMERS ? "number" : "sku";
        if (!layout.has(field)) {
            return layout;
        }
        var ours = numbers.ours(
                kind == RecordKind.CUSTOMERS ? Kind.PARTY : Kind.ARTICLE,
                List.of(layout.file().source()),
                rows.stream().map(row -> layout.text(row, field)).toList());
        return layout.withValues(layout.file().header().get(layout.columns().get(field)), ours);
    }
}
