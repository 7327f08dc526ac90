package io.ordertrail.web.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.util.MultiValueMap;

import io.ordertrail.change.Snapshot;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.web.page.AddressForm;
import io.ordertrail.web.page.FormInput;

/**
 * The input of the order form, exactly as typed, so that the form keeps invalid input.
 *
 * @param addressOf number of the customer whose address the form took over; empty when it took over none
 */
record OrderForm(
        String token,
        String customer,
        String reference,
        String requestedDelivery,
        boolean partialDelivery,
        String priority,
        String note,
        AddressForm shipTo,
        String addressOf,
        List<Row> rows) {

    static final String CHANNEL = "desk";

    private static final int EMPTY_ROWS = 3;
    private static final int MOST_ROWS = 1000;

    record Row(String sku, String quantity, String price, String discount) {

        static final Row EMPTY = new Row("", "", "", "");

        boolean blank() {
            return (sku + quantity + price + discount).isBlank();
        }

        /** As one text, for a comparison of two versions of an order. */
        @Override
        public String toString() {
            return quantity + " × " + price + (discount.isBlank() ? "" : " − " + discount + " %");
        }
    }

    static OrderForm empty(String token) {
        return new OrderForm(
                token, "", "", "", false, "", "", AddressForm.EMPTY, "", rowsAndSpace(List.of(), EMPTY_ROWS));
    }

    static OrderForm of(Order order) {
        return new OrderForm(
                "",
                order.customer(),
                FormInput.orEmpty(order.externalReference()),
                order.requestedDelivery() == null
                        ? ""
                        : order.requestedDelivery().toString(),
                order.partialDelivery(),
                order.priority() == null ? "" : order.priority().name(),
                FormInput.orEmpty(order.note()),
                AddressForm.of(order.shipTo()),
                "",
                order.lines().stream().map(OrderForm::row).toList());
    }

    static OrderForm of(MultiValueMap<String, String> sent) {
        var typed = new FormInput(sent);
        var skus = sent.getOrDefault("sku", List.of());
        var rows = IntStream.range(0, Math.min(skus.size(), MOST_ROWS + 1))
                .mapToObj(i ->
                        new Row(skus.get(i), at(sent, "quantity", i), at(sent, "price", i), at(sent, "discount", i)))
                .filter(row -> !row.blank())
                .toList();
        return new OrderForm(
                typed.text("token"),
                typed.text("customer"),
                typed.text("reference"),
                typed.text("requestedDelivery"),
                typed.ticked("partialDelivery"),
                typed.text("priority"),
                typed.text("note"),
                AddressForm.of(typed),
                typed.text("addressOf"),
                rows);
    }

    /**
     * Reads the order from the input.
     *
     * @throws io.ordertrail.refusal.InvalidInput with all fields that cannot be read
     */
    NewOrder order() {
        var typed = new FormInput(null);
        var lines =
                IntStream.range(0, rows.size()).mapToObj(i -> line(typed, i)).toList();
        var day = typed.day("/requestedDelivery", requestedDelivery);
        typed.refuseUnreadable();
        return new NewOrder(
                CHANNEL,
                FormInput.orNull(reference),
                Blanks.trimmed(customer),
                null,
                day,
                partialDelivery,
                FormInput.orNull(note),
                shipTo.address(),
                lines,
                typedPriority());
    }

    /** Pointers to the fields of the form; the page shows all other errors above the form. */
    public List<String> pointers() {
        var fields = Stream.of(
                "/customer",
                "/externalReference",
                "/requestedDelivery",
                "/note",
                "/lines",
                "/shipTo/name",
                "/shipTo/street",
                "/shipTo/postalCode",
                "/shipTo/city",
                "/shipTo/region",
                "/shipTo/country",
                "/shipTo/phone",
                "/shipTo/email");
        var lines = IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> Stream.of("/sku", "/quantity", "/unitPrice", "/discountPercent")
                        .map(field -> "/lines/" + i + field));
        return Stream.concat(fields, lines).toList();
    }

    /** The chosen priority; null for any other text, which means the customer's priority. */
    private Priority typedPriority() {
        return Arrays.stream(Priority.values())
                .filter(value -> value.name().equals(priority))
                .findFirst()
                .orElse(null);
    }

    OrderForm withSpace() {
        return rows.stream().anyMatch(Row::blank)
                ? this
                : with(shipTo, rowsAndSpace(rows, rows.isEmpty() ? EMPTY_ROWS : 1));
    }

    OrderForm withToken(String newToken) {
        return new OrderForm(
                newToken,
                customer,
                reference,
                requestedDelivery,
                partialDelivery,
                priority,
                note,
                shipTo,
                addressOf,
                rows);
    }

    /** Fills in the customer, and the customer's address in place of whatever was there. */
    OrderForm forCustomer(Customer orderingCustomer) {
        return with(orderingCustomer.number(), AddressForm.of(orderingCustomer.address()), orderingCustomer.number());
    }

    /** Fills in the customer, and leaves the address as it is. */
    OrderForm forCustomerElsewhere(Customer orderingCustomer) {
        return with(orderingCustomer.number(), shipTo, addressOf);
    }

    private OrderForm with(String newCustomer, AddressForm newAddress, String newAddressOf) {
        return new OrderForm(
                token,
                newCustomer,
                reference,
                requestedDelivery,
                partialDelivery,
                priority,
                note,
                newAddress,
                newAddressOf,
                rows);
    }

    /**
     * Tells whether somebody typed the address, or a part of it.
     *
     * @param filledIn the customer whose address the form took over, or null
     */
    boolean addressIsTyped(Customer filledIn) {
        return !shipTo.equals(AddressForm.EMPTY)
                && (filledIn == null || !shipTo.equals(AddressForm.of(filledIn.address())));
    }

    /** What a correction can change, by field; a line is found again by its SKU. */
    public Map<String, Object> content() {
        var content = new LinkedHashMap<String, Object>();
        content.put("requestedDelivery", requestedDelivery);
        content.put("partialDelivery", String.valueOf(partialDelivery));
        content.put("priority", priority);
        content.put("note", note);
        content.putAll(Snapshot.of(shipTo).texts());
        for (var row : rows) {
            var line = "SKU " + Blanks.trimmed(row.sku());
            var place = line;
            for (int i = 2; content.containsKey(place); i++) {
                place = line + " (" + i + ")";
            }
            content.put(place, row);
        }
        return content;
    }

    /** The same form with this content. */
    OrderForm with(Map<String, Object> content) {
        return new OrderForm(
                token,
                customer,
                reference,
                text(content, "requestedDelivery"),
                Boolean.parseBoolean(text(content, "partialDelivery")),
                text(content, "priority"),
                text(content, "note"),
                new AddressForm(
                        text(content, "name"),
                        text(content, "street"),
                        text(content, "postalCode"),
                        text(content, "city"),
                        text(content, "region"),
                        text(content, "country"),
                        text(content, "phone"),
                        text(content, "email")),
                addressOf,
                content.values().stream()
                        .filter(Row.class::isInstance)
                        .map(Row.class::cast)
                        .toList());
    }

    private static String text(Map<String, Object> content, String field) {
        return content.getOrDefault(field, "").toString();
    }

    /** In a correction, the customer and the reference cannot be changed. */
    OrderForm orderedBy(Order order) {
        return new OrderForm(
                token,
                order.customer(),
                FormInput.orEmpty(order.externalReference()),
                requestedDelivery,
                partialDelivery,
                priority,
                note,
                shipTo,
                addressOf,
                rows);
    }

    OrderForm without(int index) {
        return with(
                shipTo,
                IntStream.range(0, rows.size())
                        .filter(i -> i != index)
                        .mapToObj(rows::get)
                        .toList());
    }

    private OrderForm with(AddressForm address, List<Row> newRows) {
        return new OrderForm(
                token,
                customer,
                reference,
                requestedDelivery,
                partialDelivery,
                priority,
                note,
                address,
                addressOf,
                newRows);
    }

    private NewOrder.Line line(FormInput typed, int i) {
        var row = rows.get(i);
        var at = "/lines/" + i;
        return new NewOrder.Line(
                Blanks.trimmed(row.sku()),
                typed.integer(at + "/quantity", row.quantity(), "order.input.quantity"),
                typed.decimal(at + "/unitPrice", row.price(), "order.input.price"),
                typed.decimal(at + "/discountPercent", row.discount(), "order.input.discount"));
    }

    private static Row row(OrderLine line) {
        return new Row(
                line.sku(),
                String.valueOf(line.quantity()),
                plain(line.unitPrice()),
                line.discountPercent().signum() == 0 ? "" : plain(line.discountPercent()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<Row> rowsAndSpace(List<Row> rows, int space) {
        var all = new ArrayList<>(rows);
        IntStream.range(0, space).forEach(i -> all.add(Row.EMPTY));
        return all;
    }

    private static String at(MultiValueMap<String, String> sent, String field, int i) {
        var values = sent.getOrDefault(field, List.of());
        return i < values.size() ? values.get(i) : "";
    }
}
