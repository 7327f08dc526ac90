package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.Money;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Priority;

/** What a customer wants from us, from entry until it is in their hands. Its state is moved by the process alone. */
@Entity
@Table(name = "customer_order")
public class Order {

    public static final String DEFAULT_CHANNEL = "api";

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

    @ElementCollection
    @CollectionTable(name = "order_hold", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "position")
    private List<Hold> holds = new ArrayList<>();

    private BigDecimal total;
    private String content;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    private Instant stateSince;
    private Instant enteredAt;
    private String enteredBy;

    @Version
    private Integer version;

    @Transient
    private boolean written;

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
        describe(entered, lines);
    }

    @PostPersist
    void write() {
        written = true;
    }

    /** Whether the transaction that enters the order wrote its row already; it may do so long before its end. */
    public boolean written() {
        return written;
    }

    /** Takes what sales corrected; only while the process asks for it. */
    public void correct(NewOrder corrected, List<OrderLine> lines) {
        if (state != OrderState.IN_CORRECTION) {
            throw new OrderRefusal("correction", this);
        }
        describe(corrected, lines);
    }

    private void describe(NewOrder data, List<OrderLine> newLines) {
        requestedDelivery = data.requestedDelivery();
        partialDelivery = data.partialDelivery();
        priority = data.priority();
        note = data.note();
        shipTo = data.shipTo();
        lines.clear();
        lines.addAll(newLines);
        lines.forEach(line -> line.orderedBy(customer, enteredAt));
        content = ContentFingerprint.of(lines);
        addUp();
    }

    private void addUp() {
        total = lines.stream()
                .map(line -> new Money(line.amount(), currency))
                .reduce(Money.zero(currency), Money::plus)
                .amount();
    }

    /** The process started: from now on its instance drives this order. */
    public void begin(String instance, OrderState first, Instant now) {
        if (processInstance != null) {
            throw new IllegalStateException("Order " + number + " already has a process instance");
        }
        processInstance = instance;
        state = first;
        stateSince = now;
    }

    /** A parcel that is behind does not take back what another has reached. @return whether this is a change */
    boolean move(OrderState to, Instant now) {
        if (state == to || state.partly() && to.compareTo(state) < 0) {
            return false;
        }
        if (state.ended()) {
            throw new OrderRefusal("ended", this);
        }
        state = to;
        stateSince = now;
        return true;
    }

    public void hold(List<Finding> findings, Stamp stamp) {
        lapseHolds(stamp);
        findings.forEach(finding -> holds.add(new Hold(finding, stamp.at())));
    }

    public void lapseHolds(Stamp stamp) {
        holds.forEach(hold -> hold.close(Hold.Status.LAPSED, stamp));
    }

    public Hold release(int position, Stamp stamp) {
        if (position < 0 || position >= holds.size() || !holds.get(position).open()) {
            throw new OrderRefusal("release", this);
        }
        holds.get(position).close(Hold.Status.RELEASED, stamp);
        return holds.get(position);
    }

    public void approve() {
        var open = openHolds().size();
        if (open > 0) {
            throw new OrderRefusal("approval", this, open);
        }
    }

    /**
     * Strikes what is wanted beyond the pieces that are there.
     *
     * @param there pieces by the line's place in {@link #lines()}, from 0
     */
    public void strikeBeyond(Map<Integer, Integer> there) {
        if (there.values().stream().noneMatch(pieces -> pieces > 0)) {
            throw new OrderRefusal("nothing", this);
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            line.keep(Math.min(line.wanted(), there.getOrDefault(i, 0)), currency);
        }
        addUp();
    }

    /** Confirmed means that the goods are set aside, or with the customer already. */
    public void confirm(Map<String, Integer> promised) {
        if (!promised.equals(wanted())) {
            throw new OrderRefusal("confirmation", this);
        }
    }

    /** @return of these sites where its goods lie those that send a parcel each; none where the order goes as a whole */
    public List<String> parcels(Collection<String> sites) {
        return partialDelivery && sites.size() > 1 ? List.copyOf(sites) : List.of();
    }

    public void mayBeCancelled() {
        if (!state.beforeShipping()) {
            throw new OrderRefusal("cancellation", this);
        }
    }

    public void mayBeDelivered() {
        if (!state.underWay()) {
            throw new OrderRefusal("delivery", this);
        }
    }

    public void mayBeReceived() {
        if (state != OrderState.DELIVERED) {
            throw new OrderRefusal("receipt", this);
        }
    }

    /** Pieces that the customer still gets, per product. */
    public Map<String, Integer> wanted() {
        return lines.stream()
                .filter(line -> line.wanted() > 0)
                .collect(Collectors.toMap(OrderLine::sku, OrderLine::wanted, Integer::sum, TreeMap::new));
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

    public boolean partialDelivery() {
        return partialDelivery;
    }

    /** Its own; null where it has that of its customer. */
    public Priority priority() {
        return priority;
    }

    public Priority priorityFor(Customer orderedBy) {
        return priority == null ? orderedBy.priority() : priority;
    }

    public String note() {
        return note;
    }

    public Address shipTo() {
        return shipTo;
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public List<Hold> holds() {
        return List.copyOf(holds);
    }

    /** Sum of the lines' amounts, net. */
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
}
