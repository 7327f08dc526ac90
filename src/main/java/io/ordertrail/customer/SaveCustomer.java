package io.ordertrail.customer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Service;

import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Creates or changes a customer. */
@Service
public class SaveCustomer extends SaveMasterData<Customer, CustomerData> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    SaveCustomer(Customers customers, Checked checked) {
        super(customers, checked, CustomerData::number, Customer::new, Customer::describe);
    }

    /** The address of an order may lack its country until it is validated; a customer always has one. */
    @Override
    protected void check(CustomerData data) {
        super.check(data);
        if (data.address().country() == null
                || !COUNTRIES.contains(data.address().country())) {
            Checked.refuseIfAny(List.of(new Fault("/address/country", Sentence.of("input.country"))));
        }
    }
}
