package io.ordertrail.web;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.Backorders;
import io.ordertrail.stock.PromisedGoods;
import io.ordertrail.stock.Sites;
import io.ordertrail.stock.StockItems;
import io.ordertrail.stock.StockLevel;
import io.ordertrail.stock.StockMovements;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies where, what is promised, who waits. */
@Controller
class StockPage {

  private static final int PAGE = 100;
  private static final Limit SHOWN = Limit.of(50);

  /** What to look for. @param after SKU and site of the last row of the page before, with a space between */
  record Filter(String text, String site, Integer below, String after) {

    public boolean any() {
      return !text.isBlank() || !site.isBlank() || below != null;
    }
  }

  private final StockItems items;
  private final StockMovements movements;
  private final Backorders backorders;
  private final Products products;
  private final Sites sites;
  private final PromisedGoods promisedGoods;
  private final ReadPurchases readPurchases;

  StockPage(StockItems items, StockMovements movements, Backorders backorders, Products products, Sites sites,
      PromisedGoods promisedGoods, ReadPurchases readPurchases) {
    this.items = items;
    this.movements = movements;
    this.backorders = backorders;
    this.products = products;
    this.sites = sites;
    this.promisedGoods = promisedGoods;
    this.readPurchases = readPurchases;
  }

  @GetMapping("/stock")
  String stock(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String site,
      @RequestParam(required = false) Integer below, @RequestParam(defaultValue = "") String after, Model model) {
    var filter = new Filter(text, site, below, after);
    var found = find(filter);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    var last = found.size() > PAGE ? page.get(PAGE - 1) : null;
    model.addAttribute("filter", filter);
    model.addAttribute("levels", page);
    model.addAttribute("next", last == null ? null : last.sku() + " " + last.site());
    model.addAttribute("names", names(page));
    model.addAttribute("queues", queues(page));
    model.addAttribute("sites", sites.findAllByOrderByCode());
    model.addAttribute("anyProducts", !page.isEmpty() || products.count() > 0);
    return "stock";
  }

  @GetMapping("/stock/{sku}")
  String product(@PathVariable String sku, Model model) {
    model.addAttribute("product", products.get(sku));
    model.addAttribute("levels", items.levels(List.of(sku)));
    var line = backorders.line(sku, SHOWN);
    model.addAttribute("line", line);
    model.addAttribute("comes", promisedGoods.along(sku, line));
    model.addAttribute("supply", readPurchases.supply(sku));
    model.addAttribute("movements", movements.findBySkuOrderByAtDescIdDesc(sku, SHOWN));
    model.addAttribute("sites", sites.findAllByOrderByCode());
    model.asMap().putIfAbsent("booking", BookingForm.of(sku));
    model.asMap().putIfAbsent("faults", Faults.NONE);
    model.asMap().putIfAbsent("reorderFaults", Faults.NONE);
    return "stock-product";
  }

  private List<StockLevel> find(Filter filter) {
    var after = (filter.after() + " ").split(" ", 3);
    return items.search(Typed.pattern(filter.text()), filter.site(), filter.below() == null ? Integer.MAX_VALUE : filter.below(),
        after[0], after[1], Limit.of(PAGE + 1));
  }

  private Map<String, String> names(List<StockLevel> page) {
    return products.findBySkuIn(page.stream().map(StockLevel::sku).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Product::sku, Product::name));
  }

  private Map<String, Long> queues(List<StockLevel> page) {
    return page.isEmpty() ? Map.of() : backorders.queues(page.stream().map(StockLevel::sku).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Backorders.Queue::getSku, Backorders.Queue::getOrders));
  }
}
