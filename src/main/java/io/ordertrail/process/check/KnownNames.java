package io.ordertrail.process.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.order.book.Decision;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.stock.replenishment.PurchaseDecision;

/**
 * The names that diagrams, tables and forms share with the product.
 *
 * @param delegates the beans that a service task may name
 * @param deadlines the steps and timers for which a duration is set
 */
public record KnownNames(Set<String> delegates, Set<String> deadlines) {

    /** What a diagram may call, beside delegates. */
    static final Set<String> CALLS = Set.of(
            "deadlines.dueIn",
            "deadlines.within",
            "deadlines.endOf",
            "externalStock.toReserve",
            "parcelsToSend.of",
            "parcelsToSend.isOne",
            "parcelsToSend.only");

    /** The answer of the shortage policy that leaves the decision to a person. */
    private static final String ASK = "ask";

    /** An order, as the rules see it. */
    private static final Map<String, Object> ORDER = Map.ofEntries(
            Map.entry("orderTotal", new BigDecimal("1000.00")),
            Map.entry("freeCredit", new BigDecimal("5000.00")),
            Map.entry("customerBlocked", false),
            Map.entry("lowestPricePercent", new BigDecimal("95")),
            Map.entry("discountAllowed", new BigDecimal("20")),
            Map.entry("likelyDuplicate", false),
            Map.entry("missingAddressParts", "postal code"),
            Map.entry("firstOrder", true),
            Map.entry("largestQuantityRatio", new BigDecimal("1.5")),
            Map.entry("country", "AT"),
            Map.entry("region", "W"),
            Map.entry("channel", "api"),
            Map.entry("priority", "NORMAL"),
            Map.entry("categoryShares", Map.of("Tableware", new BigDecimal("100"))),
            Map.entry("requestedDeliveryDays", 3),
            Map.entry("numberOfLines", 1),
            Map.entry("weekday", "MONDAY"),
            Map.entry("hour", 9),
            Map.entry("places", 2));

    /** A site that could send goods, as the rules see it. */
    private static final Map<String, Object> SITE = Map.of(
            "country", "AT", "site", "VIE", "siteCountry", "AT", "nearby", true, "servesAll", true, "stockRank", 1);

    /** The facts that each table may read, with values of an example. */
    static final Map<String, Map<String, Object>> FACTS =
            Map.of(OrderFulfilment.CHECKS, ORDER, OrderFulfilment.SITE_CHOICE, SITE);

    /** The processes that the product starts. */
    public static Set<String> processes() {
        return Set.of(OrderFulfilment.PROCESS, OrderFulfilment.PARCEL, ReplenishStock.PROCESS);
    }

    /** The tables that the product asks. */
    public static Set<String> tables() {
        return FACTS.keySet();
    }

    static Set<String> groups() {
        return Role.lanes().stream().map(Role::group).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> elements() {
        return constants(OrderFulfilment.Element.class, ReplenishStock.Element.class);
    }

    static Set<String> messages() {
        return constants(OrderFulfilment.Message.class, ReplenishStock.Message.class);
    }

    static Set<String> variables() {
        return constants(OrderFulfilment.Variable.class, ReplenishStock.Variable.class);
    }

    static Set<String> decisions() {
        return Stream.of(
                        Stream.of(ASK),
                        Arrays.stream(Decision.values()).map(Decision::word),
                        Arrays.stream(PurchaseDecision.values()).map(PurchaseDecision::word))
                .flatMap(words -> words)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?>... holders) {
        return Arrays.stream(holders)
                .flatMap(holder -> Arrays.stream(holder.getFields()))
                .map(constant -> {
                    try {
                        return (String) constant.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
