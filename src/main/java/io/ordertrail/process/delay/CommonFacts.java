package io.ordertrail.process.delay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.ReadStepIds;

/** Compares some orders with all that passed a step, by facts that tell nothing about a person. */
@Component
public class CommonFacts {

    /**
     * A fact that is told of more of these orders than of all.
     *
     * @param fact its name, as in the bundles
     * @param value as it is stored
     * @param among how many of these orders it is told of
     * @param all of how many orders that passed the step
     */
    public record Common(String fact, String value, long among, long all) {}

    /**
     * What these orders have in common.
     *
     * @param orders how many of them there are
     * @param all how many passed the step
     */
    record Compared(int orders, long all, List<Common> common) {}

    private record Fact(String name, String value) {}

    private static final List<String> OF_ORDERS = List.of(
            "channel",
            "currency",
            "partial",
            "requested",
            "lines",
            "priority",
            "destination",
            "country",
            "company",
            "shortage");
    private static final String ORDERS = """
            select channel, currency, partial_delivery, requested, line_range, priority, destination, country, company, shortage,
            count(*) from (select o.channel, o.currency, case when o.partial_delivery then 'yes' else 'no' end as partial_delivery,
            case when o.requested_delivery is null then 'no' else 'yes' end as requested,
            case when o.line_count <= 1 then '1' when o.line_count <= 5 then '2-5' else '6+' end as line_range,
            coalesce(o.priority, c.priority) as priority, coalesce(o.ship_country, c.country) as destination, c.country,
            case when c.company then 'yes' else 'no' end as company, c.shortage_policy as shortage
            from customer_order o join customer c on c.number = o.customer where o.number in (:which)) f
            group by channel, currency, partial_delivery, requested, line_range, priority, destination, country, company, shortage
            """;
    private static final String SITES =
            "select site, count(distinct order_number) from reservation where order_number in (:which) group by site";
    private static final String CARRIERS =
            "select carrier, count(distinct order_number) from parcel where order_number in (:which) group by carrier";
    private static final String PASSED =
            "select subject from measured_instance where process = :process and (:version = 0 or version = :version) and"
                    + " ended_on between :first and :last and path in (:paths)";

    private static final int AT_ONCE = 500;
    private static final int FEWEST = 3;
    private static final int MOST = 12;

    /** So far from the share in all come one of twenty facts by chance, at the most. */
    private static final double UNUSUAL = 2;

    private final JdbcClient database;
    private final ReadStepIds readStepIds;

    CommonFacts(JdbcClient database, ReadStepIds readStepIds) {
        this.database = database;
        this.readStepIds = readStepIds;
    }

    Compared of(List<String> orders, Asked asked, String step) {
        var among = new HashMap<Fact, Long>();
        for (var at = 0; at < orders.size(); at += AT_ONCE) {
            var part = orders.subList(at, Math.min(orders.size(), at + AT_ONCE));
            count(among, ":which", sql -> sql.param("which", part));
        }
        var paths = paths(asked, readStepIds.of(asked.process()).all(step));
        var all = new HashMap<Fact, Long>();
        if (!among.isEmpty() && !paths.isEmpty()) {
            count(all, PASSED, sql -> passed(sql, asked, paths));
        }
        return compare(among, all);
    }

    private static StatementSpec passed(StatementSpec sql, Asked asked, List<Long> paths) {
        return sql.param("process", asked.process())
                .param("version", asked.version())
                .param("first", asked.period().first())
                .param("last", asked.period().last())
                .param("paths", paths);
    }

    /** The paths on which the step lies; all of them when it lies on none, because a sub-process consists of steps. */
    private List<Long> paths(Asked asked, Set<String> ids) {
        var with = new ArrayList<Long>();
        var without = new ArrayList<Long>();
        database.sql("select path, steps from measured_path where process = :process")
                .param("process", asked.process())
                .query(row -> {
                    var passes = !Collections.disjoint(
                            ids, Arrays.asList(row.getString(2).split(" ")));
                    (passes ? with : without).add(row.getLong(1));
                });
        return with.isEmpty() ? without : with;
    }

    private void count(Map<Fact, Long> counts, String which, UnaryOperator<StatementSpec> given) {
        given.apply(database.sql(ORDERS.replace(":which", which))).query(row -> {
            var times = row.getLong(OF_ORDERS.size() + 1);
            for (var at = 0; at < OF_ORDERS.size(); at++) {
                add(counts, OF_ORDERS.get(at), row.getString(at + 1), times);
            }
        });
        each(counts, "site", SITES.replace(":which", which), given);
        each(counts, "carrier", CARRIERS.replace(":which", which), given);
    }

    private void each(Map<Fact, Long> counts, String fact, String sql, UnaryOperator<StatementSpec> given) {
        given.apply(database.sql(sql)).query(row -> {
            add(counts, fact, row.getString(1), row.getLong(2));
        });
    }

    private static void add(Map<Fact, Long> counts, String fact, String value, long times) {
        if (value != null) {
            counts.merge(new Fact(fact, value), times, Long::sum);
        }
    }

    private static Compared compare(Map<Fact, Long> among, Map<Fact, Long> all) {
        var orders = total(among);
        var total = total(all);
        var common = among.entrySet().stream()
                .filter(fact -> fact.getValue() >= FEWEST)
                .map(fact -> new Common(
                        fact.getKey().name(),
                        fact.getKey().value(),
                        fact.getValue(),
                        all.getOrDefault(fact.getKey(), 0L)))
                .filter(fact -> distance(fact, orders, total) >= UNUSUAL)
                .sorted(Comparator.comparing((Common fact) -> distance(fact, orders, total))
                        .reversed()
                        .thenComparing(Common::fact)
                        .thenComparing(Common::value))
                .limit(MOST)
                .toList();
        return new Compared((int) orders, total, common);
    }

    /** Each order came by one channel. */
    private static long total(Map<Fact, Long> counts) {
        return counts.entrySet().stream()
                .filter(fact -> fact.getKey().name().equals("channel"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many standard deviations the share among these orders lies above the share in all. */
    private static double distance(Common fact, long orders, long total) {
        var expected = total == 0 ? 0 : Math.min(1, (double) fact.all() / total);
        var deviation = Math.sqrt(expected * (1 - expected) / orders);
        return deviation == 0 ? 0 : ((double) fact.among() / orders - expected) / deviation;
    }
}
