package io.ordertrail.intake.record;

import static io.ordertrail.intake.record.RecordField.Type.NUMBER;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.Countries;

/** Files of customers. */
@Component
class CustomerRecords implements RecordsOfKind {

    private static final Address NONE = new Address(null, null, null, null, null, null, null, null);

    private static final List<RecordField> FIELDS = List.of(
            RecordField.required(
                    "number",
                    "customer.number",
                    "customer",
                    "customer id",
                    "customer no",
                    "customer code",
                    "account",
                    "kunde",
                    "kundennummer",
                    "客戶代號",
                    "客户代码"),
            RecordField.of(
                    "name", "customer.name", "customer name", "company", "company name", "firma", "公司", "公司名稱", "公司名称"),
            RecordField.of("street", "address.street", "address", "address 1", "straße", "strasse", "地址"),
            RecordField.of("postalCode", "address.postalCode", "postcode", "zip", "zip code", "plz"),
            RecordField.of("city", "address.city", "town", "ort", "stadt"),
            RecordField.of("region", "address.region", "state", "province"),
            RecordField.of("country", "address.country", "country code", "land"),
            RecordField.of("phone", "address.phone", "phone number", "telefon"),
            RecordField.of("email", "address.email", "e mail", "mail"),
            RecordField.of("creditLimit", "customer.limit", "kreditlimit").as(NUMBER),
            RecordField.of("blocked", "customer.blocked", "gesperrt"),
            RecordField.of("discountAllowed", "change.field.discountAllowed", "discount", "rabatt")
                    .as(NUMBER),
            RecordField.of("shortageWish", "customer.shortage-policy"),
            RecordField.of("priority", "customer.priority", "priorität"),
            RecordField.of("company", "customer.is-company"));

    private final Customers customers;
    private final SaveCustomer saveCustomer;

    CustomerRecords(Customers customers, SaveCustomer saveCustomer) {
        this.customers = customers;
        this.saveCustomer = saveCustomer;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CUSTOMERS;
    }

    @Override
    public List<RecordField> fields() {
        return FIELDS;
    }

    @Override
    public List<RecordVerdict> judge(List<Row> rows, RecordLayout layout) {
        var known = customers.typed(
                rows.stream().map(row -> layout.text(row, "number")).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> verdict(new RecordRow(layout, row), known.get(layout.text(row, "number"))))
                .toList();
    }

    private RecordVerdict verdict(RecordRow row, Customer stored) {
        var data = data(row, stored);
        var preview = saveCustomer.preview(data, stored);
        row.faults(preview.faults());
        return new RecordVerdict(
                row.row(),
                row.text("number"),
                stored == null,
                preview.changes(),
                preview.waiting(),
                row.faults(),
                number -> saveCustomer.save(data).number());
    }

    private static CustomerData data(RecordRow row, Customer stored) {
        return new CustomerData(
                stored == null ? row.text("number", null) : stored.number(),
                row.text("name", stored == null ? null : stored.name()),
                address(row, stored == null ? NONE : stored.address()),
                row.number("creditLimit", null),
                row.yes("blocked", null),
                row.number("discountAllowed", null),
                row.choice(
                        "shortageWish",
                        stored == null ? ShortagePolicy.ASK : stored.shortagePolicy(),
                        ShortagePolicy.values(),
                        "shortage-policy."),
                row.choice("priority", stored == null ? null : stored.priority(), Priority.values(), "priority."),
                row.yes("company", stored == null ? null : stored.company()));
    }

    private static Address address(RecordRow row, Address stored) {
        var country = row.text("country", stored.country());
        return new Address(
                row.text("name", stored.name()),
                row.text("street", stored.street()),
                row.text("postalCode", stored.postalCode()),
                row.text("city", stored.city()),
                row.text("region", stored.region()),
                country == null ? null : Countries.code(country),
                row.text("phone", stored.phone()),
                row.text("email", stored.email()));
    }
}
