package io.ordertrail.web;

import io.ordertrail.platform.Again;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;
import io.ordertrail.stock.SaveSite;
import io.ordertrail.stock.Site;
import io.ordertrail.stock.SiteData;
import io.ordertrail.stock.Sites;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The warehouses. */
@Controller
class SitesPage {

  /** A site as it stands in the form. */
  record Form(String code, String name, String country) {

    static Form of(Site site) {
      return new Form(site.code(), site.name(), site.country());
    }

    SiteData site() {
      return new SiteData(code.strip(), name, Typed.orNull(country));
    }
  }

  private final Sites sites;
  private final SaveSite saveSite;
  private final Again again;

  SitesPage(Sites sites, SaveSite saveSite, Again again) {
    this.sites = sites;
    this.saveSite = saveSite;
    this.again = again;
  }

  @GetMapping("/sites")
  String list(Model model) {
    model.addAttribute("sites", sites.findAllByOrderByCode());
    return "sites";
  }

  @GetMapping("/sites/new")
  String empty(Model model) {
    return show(new Form("", "", ""), true, Faults.NONE, model);
  }

  @GetMapping("/sites/{code}")
  String site(@PathVariable String code, Model model) {
    return show(Form.of(sites.get(code)), false, Faults.NONE, model);
  }

  @PostMapping("/sites/new")
  String add(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response, RedirectAttributes next) {
    var typed = new Typed(sent);
    var form = new Form(typed.text("code").strip(), typed.text("name"), typed.text("country"));
    if (sites.findById(form.code()).isPresent()) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return show(form, true, Faults.at("/code", Sentence.of("site.input.taken", form.code())), model);
    }
    return save(form, true, model, response, next);
  }

  @PostMapping("/sites/{code}")
  String change(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response,
      RedirectAttributes next) {
    var typed = new Typed(sent);
    return save(new Form(sites.get(code).code(), typed.text("name"), typed.text("country")), false, model, response, next);
  }

  private String save(Form form, boolean isNew, Model model, HttpServletResponse response, RedirectAttributes next) {
    try {
      again.ifContended(() -> saveSite.save(form.site()));
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(form, isNew, Faults.of(refusal), model);
    }
    next.addFlashAttribute("said", Sentence.of("page.said.kept", form.code()));
    return "redirect:/sites";
  }

  private static String show(Form form, boolean isNew, Faults faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("isNew", isNew);
    model.addAttribute("faults", faults);
    return "site";
  }
}
