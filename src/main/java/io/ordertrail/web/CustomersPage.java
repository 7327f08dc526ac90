package io.ordertrail.web;

import io.ordertrail.catalog.Company;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.CustomerData;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.SaveCustomer;
import io.ordertrail.customer.ShortageWish;
import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers: finding, adding and changing them. */
@Controller
class CustomersPage {

  private static final int PAGE = 100;

  /** A customer as it stands in the form. */
  record Form(String number, String name, AddressForm address, String creditLimit, boolean blocked, String shortageWish,
      String priority) {

    static final Form EMPTY = new Form("", "", AddressForm.EMPTY, "", false, ShortageWish.ASK.name(), Priority.NORMAL.name());

    static Form of(Customer customer) {
      return new Form(customer.number(), customer.name(), AddressForm.of(customer.address()),
          customer.creditLimit().stripTrailingZeros().toPlainString(), customer.blocked(), customer.shortageWish().name(),
          customer.priority().name());
    }

    static Form of(Typed typed, String number) {
      return new Form(number, typed.text("name"), AddressForm.of(typed), typed.text("creditLimit"), typed.ticked("blocked"),
          typed.text("shortageWish"), typed.text("priority"));
    }

    CustomerData customer() {
      var typed = new Typed(null);
      var limit = typed.decimal("/creditLimit", creditLimit, "customer.input.limit");
      typed.refuseUnreadable();
      var wish = Arrays.stream(ShortageWish.values()).filter(any -> any.name().equals(shortageWish)).findFirst().orElse(null);
      return new CustomerData(number.strip(), name, address.address(), limit, blocked, wish,
          Arrays.stream(Priority.values()).filter(any -> any.name().equals(priority)).findFirst().orElse(null));
    }
  }

  private final Customers customers;
  private final SaveCustomer saveCustomer;
  private final Company company;
  private final Again again;

  CustomersPage(Customers customers, SaveCustomer saveCustomer, Company company, Again again) {
    this.customers = customers;
    this.saveCustomer = saveCustomer;
    this.company = company;
    this.again = again;
  }

  @GetMapping("/customers")
  String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String after, Model model) {
    var found = customers.search(Typed.pattern(text), after, Limit.of(PAGE + 1));
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("text", text);
    model.addAttribute("customers", page);
    model.addAttribute("currency", company.currency());
    model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).number() : null);
    return "customers";
  }

  @GetMapping("/customers/new")
  String empty(Model model) {
    return show(Form.EMPTY, true, Faults.NONE, model);
  }

  @GetMapping("/customers/{number}")
  String customer(@PathVariable String number, Model model) {
    return show(Form.of(customers.get(number)), false, Faults.NONE, model);
  }

  @PostMapping("/customers/new")
  String add(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var typed = new Typed(sent);
    var form = Form.of(typed, typed.text("number").strip());
    if (customers.findById(form.number()).isPresent()) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return show(form, true, Faults.at("/number", Sentence.of("customer.input.taken", form.number())), model);
    }
    return save(form, true, model, response, next);
  }

  @PostMapping("/customers/{number}")
  String change(@PathVariable String number, @RequestParam MultiValueMap<String, String> sent, Model model,
      HttpServletResponse response, RedirectAttributes next) {
    return save(Form.of(new Typed(sent), customers.get(number).number()), false, model, response, next);
  }

  private String save(Form form, boolean isNew, Model model, HttpServletResponse response, RedirectAttributes next) {
    try {
      again.ifContended(() -> saveCustomer.save(form.customer()));
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(form, isNew, Faults.of(refusal), model);
    }
    next.addFlashAttribute("said", Sentence.of("page.said.kept", form.number()));
    return "redirect:/customers";
  }

  private String show(Form form, boolean isNew, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("isNew", isNew);
    model.addAttribute("faults", faults);
    model.addAttribute("currency", company.currency());
    model.addAttribute("wishes", ShortageWish.values());
    model.addAttribute("priorities", Priority.values());
    return "customer";
  }
}
