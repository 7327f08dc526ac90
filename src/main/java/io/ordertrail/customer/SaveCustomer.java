package io.ordertrail.customer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;
import io.ordertrail.platform.InvalidInput.Fault;
import io.ordertrail.platform.Sentence;

/** Creates a customer or changes what is known of one. */
@Service
@Transactional
public class SaveCustomer {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Customers customers;
  private final Checked checked;

  SaveCustomer(Customers customers, Checked checked) {
    this.customers = customers;
    this.checked = checked;
  }

  public Customer save(CustomerData data) {
    checked.valid(data);
    if (data.address().country() == null || !COUNTRIES.contains(data.address().country())) {
      Checked.refuseIfAny(List.of(new Fault("/address/country", Sentence.of("input.country"))));
    }
    var customer = customers.findById(data.number()).orElseGet(() -> new Customer(data.number()));
    customer.describe(data);
    return customers.save(customer);
  }
}
