package io.ordertrail.process.check;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.Decision;
import io.ordertrail.platform.access.Role;
import io.ordertrail.process.engine.ImportOrders;
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

    /** The steps of an import belong to a diagram that is no part of a bundle. */
    public KnownNames {
        delegates = delegates.stream()
                .filter(name -> !ImportOrders.DELEGATES.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a diagram may call, beside delegates. */
    static final Set<String> CALLS = Set.of(
            "deadlines.dueIn",
            "deadlines.within",
            "deadlines.endOf",
            "externalStock.toReserve",
            "parcelsToSend.of",
            "parcelsToSend.isOne",
            "parcelsToSend.only");

    /** Facts that people enter in forms. */
    private static final Set<String> ASKED = Set.of(
            OrderFulfilment.Variable.CARRIER,
            OrderFulfilment.Variable.DELIVERY_DUE,
            OrderFulfilment.Variable.TRACKING_NUMBER,
            ReplenishStock.Variable.ORDERED_QUANTITY,
            ReplenishStock.Variable.EXPECTED_DAY);

    private static final Set<String> PURCHASE_DELEGATES = Set.of(
            "proposeReplenishmentDelegate",
            "recordPurchaseDelegate",
            "declineProposalDelegate",
            "postponePurchaseDelegate",
            "closeOpenQuantityDelegate");

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

    /** What a fact can be, where the product knows all of it. */
    static final Map<String, Set<String>> WORDS = Map.of(
            "weekday", names(DayOfWeek.values()),
            "priority", names(Priority.values()),
            "country", Set.of(Locale.getISOCountries()),
            "siteCountry", Set.of(Locale.getISOCountries()));

    /** The facts that each table may read, with values of an example. */
    static final Map<String, Map<String, Object>> FACTS =
            Map.of(OrderFulfilment.CHECKS, ORDER, OrderFulfilment.SITE_CHOICE, SITE);

    /** An order on which every shipped rule fires, and one without anything that an order can lack. */
    private static final List<Map<String, Object>> ORDERS = List.of(
            ORDER,
            other(
                    ORDER,
                    Map.of(
                            "orderTotal",
                            new BigDecimal("16900.95"),
                            "freeCredit",
                            new BigDecimal("-0.05"),
                            "customerBlocked",
                            true,
                            "likelyDuplicate",
                            true,
                            "lowestPricePercent",
                            new BigDecimal("33.33"),
                            "largestQuantityRatio",
                            new BigDecimal("90.5"),
                            "weekday",
                            "SUNDAY",
                            "priority",
                            "HIGH",
                            "hour",
                            23,
                            "numberOfLines",
                            900)),
            without(
                    other(
                            ORDER,
                            Map.of(
                                    "missingAddressParts",
                                    "",
                                    "country",
                                    "",
                                    "region",
                                    "",
                                    "freeCredit",
                                    BigDecimal.ZERO,
                                    "lowestPricePercent",
                                    new BigDecimal("100"),
                                    "largestQuantityRatio",
                                    BigDecimal.ZERO,
                                    "categoryShares",
                                    Map.of())),
                    "requestedDeliveryDays"));

    /** Examples of what a table may be asked about. The first has every fact. */
    static List<Map<String, Object>> examples(String table) {
        return table.equals(OrderFulfilment.CHECKS)
                ? ORDERS
                : List.of(SITE, other(SITE, Map.of("country", "", "nearby", false, "servesAll", false)));
    }

    private static Map<String, Object> other(Map<String, Object> facts, Map<String, Object> instead) {
        var changed = new HashMap<>(facts);
        changed.putAll(instead);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> facts, String fact) {
        facts.put(fact, null);
        return facts;
    }

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

    private static Set<String> names(Enum<?>... words) {
        return Arrays.stream(words).map(Enum::name).collect(Collectors.toSet());
    }

    /** The facts that steps of the product tell the diagrams; a form that had one of them would overwrite it. */
    static Set<String> told() {
        var told = variables();
        told.removeIf(name -> name.matches("\\w+(Decision|Reason)") || ASKED.contains(name));
        return told;
    }

    /** Steps of the product that belong to purchases, and to no order. */
    static boolean isOfPurchase(String delegate) {
        return PURCHASE_DELEGATES.contains(delegate);
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
