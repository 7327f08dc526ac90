package io.ordertrail.customer;

import java.util.List;
import java.util.Locale;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.search.Beginning;
import io.ordertrail.search.FindRecords;
import io.ordertrail.search.SearchKind;

/** Finds customers by what somebody types: words of any of their texts, or the beginning of a number. */
@Service
public class FindCustomers {

    private final Customers customers;
    private final FindRecords findRecords;

    FindCustomers(Customers customers, FindRecords findRecords) {
        this.customers = customers;
        this.findRecords = findRecords;
    }

    /**
     * Finds one page, sorted by number.
     *
     * @param text blank means any
     * @param byRecipient whether the text may be that of an address, which not everybody sees
     * @param after the last number of the page before; empty for the first page
     */
    public List<Customer> find(String text, boolean byRecipient, String after, Limit limit) {
        var typed = Blanks.trimmed(text);
        return typed.isEmpty()
                ? customers.following(after, limit)
                : customers.among(
                        findRecords.find(SearchKind.CUSTOMER, typed, byRecipient),
                        Beginning.pattern(typed.toUpperCase(Locale.ROOT)),
                        after,
                        limit);
    }
}
