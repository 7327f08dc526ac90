package io.ordertrail.intake.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.intake.order.OrderField;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.intake.partner.PartnerNumbers;

/** Forgets what imported files say about a customer: their orders that are not entered, and what partners call them. */
@Service
@Transactional
public class ForgetCustomer {

    private static final int TOGETHER = 500;

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final PartnerNumbers numbers;

    ForgetCustomer(OrderImports imports, ImportedOrders orders, PartnerNumbers numbers) {
        this.imports = imports;
        this.orders = orders;
        this.numbers = numbers;
    }

    public void forget(String customer) {
        var called = Stream.concat(Stream.of(customer), numbers.theirs(Kind.PARTY, customer).stream())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        orders.importsWithRows().stream()
                .map(imports::get)
                .forEach(found -> found.layout()
                        .mapping()
                        .column(OrderField.CUSTOMER)
                        .ifPresent(column -> forget(found.number(), column, called)));
        numbers.removeAll(Kind.PARTY, customer);
    }

    private void forget(ImportNumber number, int column, Set<String> called) {
        for (var some = next(number, 0); !some.isEmpty(); some = next(number, last(some) + 1)) {
            some.stream().filter(order -> names(order, column, called)).forEach(order -> orders.remove(number, order));
        }
    }

    private List<ImportedOrder> next(ImportNumber number, long from) {
        return orders.withRows(number, from, TOGETHER);
    }

    private static long last(List<ImportedOrder> some) {
        return some.get(some.size() - 1).firstRow();
    }

    private static boolean names(ImportedOrder order, int column, Set<String> called) {
        return order.rows().stream()
                .filter(row -> row.cells().size() > column)
                .anyMatch(row -> called.contains(row.cells().get(column).trim().toUpperCase(Locale.ROOT)));
    }
}
