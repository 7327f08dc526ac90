package io.ordertrail.intake.record;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.ordertrail.change.Difference;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.SavePartnerNumber;
import io.ordertrail.intake.partner.SavePartnerNumber.Typed;

/** Files of what partners call our products and customers. */
@Component
class PartnerRecords implements RecordsOfKind {

    private static final List<RecordField> FIELDS = List.of(
            RecordField.required(
                    "theirs",
                    "partner.theirs",
                    "partner number",
                    "partner sku",
                    "customer sku",
                    "article number",
                    "gtin",
                    "ean",
                    "gln",
                    "fremdnummer",
                    "對方編號",
                    "对方编号"),
            RecordField.required("ours", "partner.ours", "sku", "our sku", "our number", "product", "artikelnummer"),
            RecordField.of("partner", "partner.partner", "source", "channel", "customer", "kunde"),
            RecordField.of("kind", "partner.kind", "type", "art"));

    private final SavePartnerNumber saveNumber;

    PartnerRecords(SavePartnerNumber saveNumber) {
        this.saveNumber = saveNumber;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PARTNERS;
    }

    @Override
    public List<RecordField> fields() {
        return FIELDS;
    }

    @Override
    public List<RecordVerdict> judge(List<Row> rows, RecordLayout layout) {
        return rows.stream().map(row -> verdict(new RecordRow(layout, row))).toList();
    }

    private RecordVerdict verdict(RecordRow row) {
        var typed = new Typed(
                row.choice("kind", Kind.ARTICLE, Kind.values(), "partner.kind."),
                row.text("partner"),
                row.text("theirs"),
                row.text("ours"));
        var preview = saveNumber.preview(typed);
        row.faults(preview.faults());
        return new RecordVerdict(
                row.row(),
                code(typed),
                preview.stored() == null,
                preview.ours().equals(preview.stored())
                        ? List.of()
                        : List.of(new Difference(null, "ours", preview.stored(), preview.ours())),
                Set.of(),
                row.faults(),
                number -> save(typed));
    }

    /** A partner may call a product and a customer the same. */
    private static String code(Typed typed) {
        return typed.theirs().isEmpty()
                ? ""
                : String.join(" ", typed.partner(), typed.theirs(), kind(typed)).strip();
    }

    private static String kind(Typed typed) {
        return typed.kind() == Kind.PARTY ? "(" + typed.kind() + ")" : "";
    }

    private String save(Typed typed) {
        saveNumber.save(typed);
        return null;
    }
}
