package io.ordertrail.web;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortageWish;
import io.ordertrail.order.Order;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.stock.Backorder;
import io.ordertrail.stock.Backorders;
import io.ordertrail.stock.SearchStock;
import io.ordertrail.stock.SearchStock.Only;
import io.ordertrail.stock.StockItems;
import io.ordertrail.stock.StockLevel;
import io.ordertrail.stock.StockMovement;
import io.ordertrail.stock.StockMovement.Kind;
import io.ordertrail.stock.StockMovements;
import io.ordertrail.stock.StockRow;
import io.ordertrail.stock.TraceStock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages show of the stock, in as many queries however much of it they show. */
@Component
@Transactional(readOnly = true)
class ReadStock {

  static final int PAGE = 100;
  static final int MOVEMENTS = 50;
  private static final Limit WAITING = Limit.of(50);
  /** A bound that every database can hold, for "from the newest". */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** What to look for in the overview. @param after SKU and site of the last row of the page before, with a space between */
  record Filter(String text, String site, Integer atMost, Only only, String after) {

    public boolean any() {
      return !text.isBlank() || !site.isBlank() || atMost != null || only != Only.ANY;
    }

    SearchStock.Wanted wanted() {
      return new SearchStock.Wanted(Typed.pattern(text), site, atMost, only);
    }
  }

  /** Orders that wait for a product, and the pieces they lack. */
  record Queue(long orders, long pieces) {

    static final Queue NONE = new Queue(0, 0);
  }

  record Row(StockRow at, Queue queue) {
  }

  /** @param sums of all that was found, not of this page alone. @param next where to go on after; null on the last page */
  record Found(List<Row> rows, SearchStock.Sums sums, String next, boolean anyProducts) {
  }

  /** What to show of a product's past. @param days how far back the chart goes; 0 for all. @param after id of the last movement seen */
  record Past(String site, Kind kind, int days, Long after) {

    static final Past USUAL = new Past("", null, 30, null);

    Set<Kind> kinds() {
      return kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind);
    }

    Duration back() {
      return days == 0 ? null : Duration.ofDays(days);
    }
  }

  /** @param wish what the customer always wants when goods are short */
  record Waiting(int position, Backorder place, ShortageWish wish) {
  }

  /** @param next id to go on after; null where these are the oldest */
  record Movements(List<StockMovement> rows, Long next) {
  }

  /** A product and where it lies, as read at one moment. @param line the first of those who wait */
  record Sheet(Product product, List<StockLevel> levels, List<Waiting> line, Queue queue, Movements movements, TraceStock.Course course) {

    public int onHand() {
      return levels.stream().mapToInt(StockLevel::onHand).sum();
    }

    public int reserved() {
      return levels.stream().mapToInt(StockLevel::reserved).sum();
    }

    public int available() {
      return onHand() - reserved();
    }
  }

  /** @param at what lies of it at the site; null where it never did */
  record Scanned(Product product, StockLevel at, Queue queue) {
  }

  private final SearchStock searchStock;
  private final TraceStock traceStock;
  private final StockItems items;
  private final StockMovements movements;
  private final Backorders backorders;
  private final Products products;
  private final Orders orders;
  private final Customers customers;

  ReadStock(SearchStock searchStock, TraceStock traceStock, StockItems items, StockMovements movements, Backorders backorders,
      Products products, Orders orders, Customers customers) {
    this.searchStock = searchStock;
    this.traceStock = traceStock;
    this.items = items;
    this.movements = movements;
    this.backorders = backorders;
    this.products = products;
    this.orders = orders;
    this.customers = customers;
  }

  Found find(Filter filter) {
    var after = (filter.after() + " ").split(" ", 3);
    var found = searchStock.search(filter.wanted(), after[0], after[1], PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    var last = found.size() > PAGE ? page.get(PAGE - 1) : null;
    var queues = queues(page.stream().map(StockRow::sku).collect(Collectors.toSet()));
    return new Found(page.stream().map(row -> new Row(row, queues.getOrDefault(row.sku(), Queue.NONE))).toList(),
        searchStock.sums(filter.wanted()), last == null ? null : last.sku() + " " + (last.site() == null ? "" : last.site()),
        !page.isEmpty() || products.count() > 0);
  }

  Sheet sheet(String sku, Past past) {
    return new Sheet(products.get(sku), items.levels(List.of(sku)), line(sku), queues(List.of(sku)).getOrDefault(sku, Queue.NONE),
        movements(sku, past), traceStock.trace(sku, past.site(), past.back()));
  }

  /** What a scanner read, for whoever is about to book it; empty where there is no such product. */
  Optional<Scanned> scanned(String sku, String site) {
    return products.findById(sku).map(product -> new Scanned(product,
        items.levels(List.of(sku)).stream().filter(level -> level.site().equals(site)).findFirst().orElse(null),
        queues(List.of(sku)).getOrDefault(sku, Queue.NONE)));
  }

  private List<Waiting> line(String sku) {
    var line = backorders.line(sku, WAITING);
    var wishes = wishes(line.stream().map(Backorder::order).toList());
    return IntStream.range(0, line.size())
        .mapToObj(at -> new Waiting(at + 1, line.get(at), wishes.get(line.get(at).order()))).toList();
  }

  private Map<OrderNumber, ShortageWish> wishes(Collection<OrderNumber> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    var waiting = orders.findByNumberIn(numbers);
    var wishes = customers.findByNumberIn(waiting.stream().map(Order::customer).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Customer::number, Customer::shortageWish));
    return waiting.stream().collect(Collectors.toMap(Order::number, order -> wishes.get(order.customer())));
  }

  private Movements movements(String sku, Past past) {
    var last = past.after() == null ? null : movements.findById(past.after()).orElse(null);
    var found = movements.newest(sku, past.site(), past.kinds(), last == null ? NEVER : last.at(), last == null ? 0 : last.id(),
        Limit.of(MOVEMENTS + 1));
    var page = found.subList(0, Math.min(MOVEMENTS, found.size()));
    return new Movements(page, found.size() > MOVEMENTS ? page.get(MOVEMENTS - 1).id() : null);
  }

  private Map<String, Queue> queues(Collection<String> skus) {
    return skus.isEmpty() ? Map.of() : backorders.queues(skus).stream()
        .collect(Collectors.toMap(Backorders.Queue::getSku, queue -> new Queue(queue.getOrders(), queue.getPieces())));
  }
}
