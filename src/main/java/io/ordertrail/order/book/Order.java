package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Money;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Priority;
import io.ordertrail.search.Reach;
import io.ordertrail.search.SearchTexts;

/** A customer's order, from entry to receipt. Only its process changes its state. */
@Entity
@Table(name = "customer_order")
public class Order {

    public static final String DEFAULT_CHANNEL = "api";

    /** The largest total that can be stored; more counts as a typing error. */
    public static final BigDecimal MAX_TOTAL = new BigDecimal("999999999999999.9999");

    @EmbeddedId
    private OrderNumber number;

    private String processInstance;
    private String customer;
    private String channel;
    private String externalReference;
    private Currency currency;
    private LocalDate requestedDelivery;
    private boolean partialDelivery;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private String note;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "ship_name"))
    @AttributeOverride(name = "street", column = @Column(name = "ship_street"))
    @AttributeOverride(name = "postalCode", column = @Column(name = "ship_postal_code"))
    @AttributeOverride(name = "city", column = @Column(name = "ship_city"))
    @AttributeOverride(name = "region", column = @Column(name = "ship_region"))
    @AttributeOverride(name = "country", column = @Column(name = "ship_country"))
    @AttributeOverride(name = "phone", column = @Column(name = "ship_phone"))
    @AttributeOverride(name = "email", column = @Column(name = "ship_email"))
    private Address shipTo;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "position")
    private List<OrderLine> lines = new ArrayList<>();

    /** The list of orders is sorted by it. */
    private int lineCount;

    @ElementCollection
    @CollectionTable(name = "order_hold", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "position")
    private List<Hold> holds = new ArrayList<>();

    private BigDecimal total;
    private String content;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private Instant stateSince;
    private int parcels;
    private int parcelsBefore;
    private Instant enteredAt;
    private String enteredBy;
    private boolean history;

    @Version
    private Integer version;

    protected Order() {
        // JPA
    }

    public Order(OrderNumber number, NewOrder entered, Currency currency, List<OrderLine> lines, Stamp stamp) {
        this.number = number;
        this.channel = entered.channel() == null ? DEFAULT_CHANNEL : entered.channel();
        this.externalReference = entered.externalReference();
        this.customer = entered.customer();
        this.currency = currency;
        this.enteredBy = stamp.by();
        this.enteredAt = stamp.at();
        apply(entered, lines);
    }

    /** An order that had ended before it came here: what became of it is known, and how it came to that is not. */
    public static Order ofThePast(
            OrderNumber number, NewOrder entered, Currency currency, List<OrderLine> lines, Stamp stamp) {
        var order = new Order(number, entered, currency, lines, stamp);
        order.history = true;
        return order;
    }

    /**
     * Applies the corrections of sales.
     *
     * @throws OrderRefusal unless the order is in correction
     */
    public void correct(NewOrder corrected, List<OrderLine> lines) {
        if (state != OrderState.IN_CORRECTION) {
            throw new OrderRefusal("correction", this);
        }
        apply(corrected, lines);
    }

    private void apply(NewOrder data, List<OrderLine> newLines) {
        requestedDelivery = data.requestedDelivery();
        partialDelivery = data.partialDelivery();
        priority = data.priority();
        note = data.note();
        shipTo = data.shipTo();
        lines.clear();
        lines.addAll(newLines);
        lineCount = lines.size();
        lines.forEach(line -> line.orderedBy(customer, enteredAt));
        content = ContentFingerprint.of(lines);
        calculateTotal();
    }

    private void calculateTotal() {
        total = lines.stream()
                .map(line -> new Money(line.amount(), currency))
                .reduce(Money.zero(currency), Money::plus)
                .amount();
    }

    /** Links the order to its process instance, which is about to start. */
    void begin(String instance) {
        if (processInstance != null) {
            throw new IllegalStateException("Order " + number + " already has a process instance");
        }
        processInstance = instance;
        state = OrderState.ENTERED;
        stateSince = enteredAt;
    }

    /**
     * Sets the state. Once goods have left, an order only goes forward: a slower parcel, the rest of the order or a
     * parcel that is sent again does not reset it.
     *
     * @return whether the state changed
     * @throws OrderRefusal when the order has ended
     */
    boolean move(OrderState to, Instant now) {
        if (state == to) {
            return false;
        }
        if (state.ended()) {
            throw new OrderRefusal("ended", this);
        }
        if (!state.beforeShipping() && to.compareTo(state) < 0) {
            return false;
        }
        state = to;
        stateSince = history ? enteredAt : now;
        return true;
    }

    /** Opens a hold for each finding; open holds of an earlier check lapse. */
    public void hold(List<Finding> findings, Stamp stamp) {
        lapseHolds(stamp);
        findings.forEach(finding -> holds.add(new Hold(finding, stamp.at())));
    }

    public void lapseHolds(Stamp stamp) {
        holds.forEach(hold -> hold.close(Hold.Status.LAPSED, stamp));
    }

    /**
     * Releases one hold.
     *
     * @param position of the hold in {@link #holds()}, from 0
     * @throws OrderRefusal when there is no open hold at this position
     */
    public Hold release(int position, Stamp stamp) {
        if (position < 0 || position >= holds.size() || !holds.get(position).open()) {
            throw new OrderRefusal("release", this);
        }
        holds.get(position).close(Hold.Status.RELEASED, stamp);
        return holds.get(position);
    }

    /**
     * Checks that the order can be approved.
     *
     * @throws OrderRefusal while a hold is open
     */
    public void approve() {
        var open = openHolds().size();
        if (open > 0) {
            throw new OrderRefusal("approval", this, open);
        }
    }

    /**
     * Cancels the quantities that exceed the available units.
     *
     * @param available units by the line's index in {@link #lines()}, from 0
     * @throws OrderRefusal when nothing is available
     */
    public void cancelBeyond(Map<Integer, Integer> available) {
        if (available.values().stream().noneMatch(units -> units > 0)) {
            throw new OrderRefusal("nothing", this);
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            line.limitTo(Math.min(line.requiredQuantity(), available.getOrDefault(i, 0)), currency);
        }
        calculateTotal();
    }

    /**
     * Checks that the goods are reserved or shipped.
     *
     * @param allocated units per product
     * @throws OrderRefusal when these are not the required units
     */
    public void confirm(Map<String, Integer> allocated) {
        if (!allocated.equals(requiredQuantities())) {
            throw new OrderRefusal("confirmation", this);
        }
    }

    /**
     * Plans parcels: one for each site, or one with all goods when the customer wants everything together.
     *
     * @param sites where goods wait to be sent
     */
    public List<PlannedParcel> planParcels(Collection<String> sites) {
        if (sites.isEmpty()) {
            return List.of();
        }
        var contents = partialDelivery ? sites.stream().map(Set::of).toList() : List.of(Set.copyOf(sites));
        parcelsBefore = parcels;
        parcels += contents.size();
        return IntStream.range(0, contents.size())
                .mapToObj(i -> new PlannedParcel(number, parcelsBefore + 1 + i, contents.get(i)))
                .toList();
    }

    /** The numbers of the parcels that were planned last; empty before the first are planned. */
    public List<String> lastParcels() {
        return IntStream.rangeClosed(parcelsBefore + 1, parcels)
                .mapToObj(sequence -> PlannedParcel.number(number, sequence))
                .toList();
    }

    /**
     * Checks that the order can be cancelled.
     *
     * @throws OrderRefusal when a parcel has left or the order has ended
     */
    public void requireCancellable() {
        if (!state.beforeShipping()) {
            throw new OrderRefusal("cancellation", this);
        }
    }

    /**
     * Checks that a delivery can be reported.
     *
     * @throws OrderRefusal unless goods may be in transit
     */
    public void requireDeliverable() {
        if (!state.underWay()) {
            throw new OrderRefusal("delivery", this);
        }
    }

    /**
     * Checks that the receipt can be confirmed.
     *
     * @throws OrderRefusal unless the order is delivered
     */
    public void requireReceivable() {
        if (state != OrderState.DELIVERED) {
            throw new OrderRefusal("receipt", this);
        }
    }

    /** Units that the customer still gets, per product. */
    public Map<String, Integer> requiredQuantities() {
        return lines.stream()
                .filter(line -> line.requiredQuantity() > 0)
                .collect(Collectors.toMap(OrderLine::sku, OrderLine::requiredQuantity, Integer::sum, TreeMap::new));
    }

    public List<Hold> openHolds() {
        return holds.stream().filter(Hold::open).toList();
    }

    public OrderNumber number() {
        return number;
    }

    public String processInstance() {
        return processInstance;
    }

    public String customer() {
        return customer;
    }

    public String channel() {
        return channel;
    }

    public String externalReference() {
        return externalReference;
    }

    public Currency currency() {
        return currency;
    }

    public LocalDate requestedDelivery() {
        return requestedDelivery;
    }

    /** Tells whether the requested day is over and the customer has not got everything yet. */
    public boolean isLate(LocalDate today) {
        return requestedDelivery != null && requestedDelivery.isBefore(today) && state.undelivered();
    }

    public boolean partialDelivery() {
        return partialDelivery;
    }

    /** The order's own priority; null when the customer's applies. */
    public Priority priority() {
        return priority;
    }

    public Priority priorityFor(Customer orderingCustomer) {
        return priority == null ? orderingCustomer.priority() : priority;
    }

    public String note() {
        return note;
    }

    public Address shipTo() {
        return shipTo;
    }

    public int lineCount() {
        return lineCount;
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public List<Hold> holds() {
        return List.copyOf(holds);
    }

    /** The words by which the order is found, in addition to those of its customer and its products. */
    public SearchTexts searchTexts() {
        var texts = new SearchTexts().exact(Reach.OPEN, number.value()).code(Reach.OPEN, externalReference);
        return shipTo == null ? texts : shipTo.addTo(texts);
    }

    /** The sum of the lines' amounts, net, rounded to the places of the currency. */
    public Money total() {
        return new Money(total, currency).rounded();
    }

    /** Equal for two orders of the same products in the same quantities. */
    public String content() {
        return content;
    }

    public OrderState state() {
        return state;
    }

    public Instant stateSince() {
        return stateSince;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public String enteredBy() {
        return enteredBy;
    }

    /** Tells whether it had ended before it came here. */
    public boolean isHistory() {
        return history;
    }

    /** Rises with each change; null until the order is stored. */
    public Integer version() {
        return version;
    }
}
