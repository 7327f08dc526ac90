package io.ordertrail.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

import io.ordertrail.approval.ApprovalSettings;
import io.ordertrail.change.Subject;
import io.ordertrail.masterdata.Figure;
import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.masterdata.SaveParts;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Creates or changes a customer. */
@Service
public class SaveCustomer extends SaveMasterData<Customer, CustomerData> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<Figure<CustomerData>> figures;
    private final Currency currency;

    /** A block takes effect at once; to lift it, a second person has to approve. */
    SaveCustomer(
            Customers customers,
            SaveParts parts,
            ApprovalSettings limits,
            @Value("${ordertrail.company.currency}") Currency currency) {
        super(Subject.Kind.CUSTOMER, customers, parts);
        this.currency = currency;
        this.figures = List.of(
                new Figure<>(
                        "creditLimit",
                        "0",
                        CustomerData::creditLimit,
                        CustomerData::withCreditLimit,
                        (from, to) -> isLarge(new BigDecimal(from), new BigDecimal(to), limits.creditLimitAbove())),
                new Figure<>(
                        "blocked",
                        "false",
                        CustomerData::blocked,
                        CustomerData::withBlocked,
                        (from, to) -> Boolean.parseBoolean(from)),
                new Figure<>(
                        "discountAllowed",
                        "20",
                        CustomerData::discountAllowed,
                        CustomerData::withDiscountAllowed,
                        (from, to) -> isLarge(new BigDecimal(from), new BigDecimal(to), limits.discountAbove())));
    }

    private static boolean isLarge(BigDecimal from, BigDecimal to, BigDecimal amount) {
        return to.subtract(from).abs().compareTo(amount) > 0;
    }

    /** The address of an order may lack its country until it is validated; a customer always has one. */
    @Override
    protected void check(CustomerData data) {
        super.check(data);
        var faults = new ArrayList<Fault>();
        if (data.address().country() == null
                || !COUNTRIES.contains(data.address().country())) {
            faults.add(new Fault("/address/country", Sentence.of("input.country")));
        }
        if (data.creditLimit().stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            faults.add(new Fault("/creditLimit", Sentence.of("customer.input.limit")));
        }
        Checked.refuseIfAny(faults);
    }

    @Override
    protected List<Figure<CustomerData>> figures() {
        return figures;
    }

    @Override
    protected String code(CustomerData data) {
        return data.number();
    }

    @Override
    protected Customer create(String number) {
        return new Customer(number);
    }

    @Override
    protected void describe(Customer customer, CustomerData data) {
        customer.describe(data);
    }

    @Override
    protected void index(Customer customer, WriteSearchWords search) {
        search.replace(SearchKind.CUSTOMER, customer.number(), customer.searchTexts());
    }

    @Override
    protected CustomerData data(Customer customer) {
        return new CustomerData(
                customer.number(),
                customer.name(),
                customer.address(),
                customer.creditLimit(),
                customer.blocked(),
                customer.discountAllowed(),
                customer.shortagePolicy(),
                customer.priority(),
                customer.company());
    }
}
