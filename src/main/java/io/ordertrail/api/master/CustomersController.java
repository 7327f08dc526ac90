package io.ordertrail.api.master;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.api.wire.PageQuery;
import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.FindCustomers;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.platform.access.ProtectedField;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class CustomersController {

    private final FindCustomers findCustomers;
    private final MasterDataCalls<Customer, CustomerData, CustomerView> calls;

    CustomersController(Customers customers, FindCustomers findCustomers, SaveCustomer saveCustomer, Company company) {
        this.findCustomers = findCustomers;
        this.calls = new MasterDataCalls<>(
                customers, saveCustomer, customer -> CustomerView.of(customer, company.currency()));
    }

    /** A customer's address without the name, which is the customer's own. */
    record CustomerAddress(
            String street, String postalCode, String city, String region, String country, String phone, String email) {

        static CustomerAddress of(Address address) {
            return new CustomerAddress(
                    address.street(),
                    address.postalCode(),
                    address.city(),
                    address.region(),
                    address.country(),
                    address.phone(),
                    address.email());
        }

        Address address(String name) {
            return new Address(name, street, postalCode, city, region, country, phone, email);
        }
    }

    /**
     * The data of a customer to save.
     *
     * @param creditLimit highest total amount of open orders; only managers change it. Left out, it stays; a new customer
     *     starts with 0. A large change takes effect when a second manager approves it
     * @param blocked only managers change it. Left out, it stays; a new customer is not blocked. Lifting a block takes
     *     effect when a second manager approves it
     * @param discountAllowed how far below list the customer may buy without a review, in percent; only managers change it.
     *     Left out, it stays; a new customer starts with 20
     * @param shortageWish the customer's shortage policy; ASK when left out
     * @param priority of the customer's orders when goods are short; NORMAL when left out
     * @param company whether it is a company, whose name is no personal data. Left out, it stays; a new customer is a person
     */
    record CustomerBody(
            String name,
            CustomerAddress address,
            BigDecimal creditLimit,
            Boolean blocked,
            BigDecimal discountAllowed,
            ShortagePolicy shortageWish,
            Priority priority,
            Boolean company) {

        CustomerData data(String number) {
            return new CustomerData(
                    number,
                    name,
                    address == null ? null : address.address(null),
                    creditLimit,
                    blocked,
                    discountAllowed,
                    shortageWish == null ? ShortagePolicy.ASK : shortageWish,
                    priority,
                    company);
        }
    }

    record CustomerView(
            String number,
            String name,
            CustomerAddress address,
            String creditLimit,
            String currency,
            boolean blocked,
            String discountAllowed,
            ShortagePolicy shortageWish,
            Priority priority,
            boolean company) {

        static CustomerView of(Customer customer, Currency currency) {
            return new CustomerView(
                    customer.number(),
                    customer.name(),
                    CustomerAddress.of(customer.address()),
                    DecimalStrings.amount(new Money(customer.creditLimit(), currency)),
                    currency.getCurrencyCode(),
                    customer.blocked(),
                    DecimalStrings.percent(customer.discountAllowed()),
                    customer.shortagePolicy(),
                    customer.priority(),
                    customer.company());
        }
    }

    record CustomerPage(List<CustomerView> customers, String next) {}

    @GetMapping
    @Operation(summary = "List customers, sorted by number")
    CustomerPage findCustomers(@ParameterObject @Valid PageQuery query, Authentication caller) {
        var found = findCustomers.find(
                query.text(), ProtectedField.RECIPIENT.isVisibleTo(caller), query.after(), query.atMost());
        return query.page(found, Customer::number, calls.view(), CustomerPage::new);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show a customer")
    ResponseEntity<CustomerView> showCustomer(@PathVariable String number) {
        return calls.show(number);
    }

    @PutMapping(path = "/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(summary = "Create or update a customer")
    ResponseEntity<CustomerView> saveCustomer(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody CustomerBody body) {
        return calls.save(number, body.data(number), ifMatch);
    }
}
