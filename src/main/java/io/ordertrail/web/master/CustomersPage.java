package io.ordertrail.web.master;

import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.catalog.Company;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.FindCustomers;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.web.page.AddressForm;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.FormInput;

/** The pages for customers. */
@Controller
@RequestMapping("/customers")
class CustomersPage extends MasterDataPage<Customer, CustomerData> {

    record CustomerForm(
            String code,
            String name,
            AddressForm address,
            String creditLimit,
            Boolean blocked,
            String discountAllowed,
            String shortageWish,
            String priority,
            Boolean company)
            implements Form<CustomerData> {

        @Override
        public CustomerData data() {
            var typed = new FormInput(null);
            var limit = typed.decimal("/creditLimit", creditLimit, "customer.input.limit");
            var discount = typed.decimal("/discountAllowed", discountAllowed, "customer.input.discount");
            typed.refuseUnreadable();
            return new CustomerData(
                    code.strip(),
                    name,
                    address.address(),
                    limit,
                    blocked,
                    discount,
                    choice(ShortagePolicy.values(), shortageWish),
                    choice(Priority.values(), priority),
                    company);
        }

        private static <E extends Enum<E>> E choice(E[] choices, String name) {
            return Stream.of(choices)
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final FindCustomers findCustomers;
    private final Company company;

    CustomersPage(
            Customers customers,
            FindCustomers findCustomers,
            SaveCustomer saveCustomer,
            Company company,
            RecordHistory history) {
        super("customer", "number", customers, saveCustomer, history);
        this.findCustomers = findCustomers;
        this.company = company;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("currency", company.currency());
        model.addAttribute("shortagePolicies", ShortagePolicy.values());
        model.addAttribute("priorities", Priority.values());
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @ModelAttribute("me") CurrentUser me,
            Model model) {
        model.addAttribute("text", text);
        return list(findCustomers.find(text, me.seesRecipients(), after, PAGE_AND_ONE), Customer::number, model);
    }

    @Override
    CustomerForm empty() {
        return new CustomerForm(
                "", "", AddressForm.EMPTY, "", false, "20", ShortagePolicy.ASK.name(), Priority.NORMAL.name(), false);
    }

    @Override
    CustomerForm known(Customer customer) {
        return new CustomerForm(
                customer.number(),
                customer.name(),
                AddressForm.of(customer.address()),
                customer.creditLimit().stripTrailingZeros().toPlainString(),
                customer.blocked(),
                customer.discountAllowed().stripTrailingZeros().toPlainString(),
                customer.shortagePolicy().name(),
                customer.priority().name(),
                customer.company());
    }

    /** A form without the figures, which not everybody may change, leaves them as they are. */
    @Override
    CustomerForm typed(FormInput typed, String number) {
        return new CustomerForm(
                number,
                typed.text("name"),
                AddressForm.of(typed),
                typed.text("creditLimit"),
                typed.ticked("figures") || typed.ticked("blocked") ? typed.ticked("blocked") : null,
                typed.text("discountAllowed"),
                typed.text("shortageWish"),
                typed.text("priority"),
                typed.ticked("kinds") || typed.ticked("company") ? typed.ticked("company") : null);
    }
}
