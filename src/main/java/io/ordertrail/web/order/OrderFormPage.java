package io.ordertrail.web.order;

import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.catalog.FindProducts;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.FindCustomers;
import io.ordertrail.customer.Priority;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.FormErrors;

/** The form for entering and correcting orders, with its suggestions. */
@Controller
class OrderFormPage {

    private static final Limit SUGGESTIONS = Limit.of(30);

    private final Customers customers;
    private final FindCustomers findCustomers;
    private final FindProducts findProducts;
    private final OrderPreview preview;

    OrderFormPage(Customers customers, FindCustomers findCustomers, FindProducts findProducts, OrderPreview preview) {
        this.customers = customers;
        this.findCustomers = findCustomers;
        this.findProducts = findProducts;
        this.preview = preview;
    }

    @GetMapping("/orders/new/customers")
    String customers(
            @RequestParam(defaultValue = "") String customer, @ModelAttribute("me") CurrentUser me, Model model) {
        model.addAttribute("customers", findCustomers.find(customer, me.seesRecipients(), "", SUGGESTIONS));
        return "order-form :: customers";
    }

    @GetMapping("/orders/new/products")
    String products(@RequestParam(defaultValue = "") String sku, Model model) {
        model.addAttribute("products", findProducts.find(sku, "", "", SUGGESTIONS));
        return "order-form :: products";
    }

    /**
     * Handles the buttons that do not submit the form: change the customer, take over the customer's address, add or
     * remove a line, or recalculate the totals. Another customer's address never replaces a typed one; only the button
     * for the address does.
     */
    OrderForm changed(OrderForm form, String act) {
        if (act.equals("customer") || act.equals("address")) {
            return customer(form.customer())
                    .map(chosen -> act.equals("address") || !addressIsTyped(form)
                            ? form.forCustomer(chosen)
                            : form.forCustomerElsewhere(chosen))
                    .orElse(form);
        }
        return act.matches("remove\\d{1,4}") ? form.without(Integer.parseInt(act.substring("remove".length()))) : form;
    }

    private boolean addressIsTyped(OrderForm form) {
        return form.addressIsTyped(customer(form.addressOf()).orElse(null));
    }

    private Optional<Customer> customer(String number) {
        return customers.typed(Blanks.trimmed(number));
    }

    String show(OrderForm form, FormErrors faults, Model model) {
        var withEmptyRow = form.withSpace();
        model.addAttribute("form", withEmptyRow);
        model.addAttribute("faults", faults);
        model.addAttribute("hints", preview.of(withEmptyRow));
        var customer = customer(form.customer());
        model.addAttribute("customer", customer.orElse(null));
        model.addAttribute(
                "otherAddress",
                customer.isPresent() && !form.addressOf().equals(customer.get().number()) && addressIsTyped(form));
        model.addAttribute("customers", customers.following("", SUGGESTIONS));
        model.addAttribute("products", findProducts.find("", "", "", SUGGESTIONS));
        model.addAttribute("priorities", Priority.values());
        return "order-form";
    }
}
