package io.ordertrail.process.rule;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.order.book.Finding;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.check.GatherFacts;
import io.ordertrail.platform.engine.TableGuard;
import io.ordertrail.process.engine.OrderFulfilment;

/** Asks two tables of order checks about the last orders. It reads facts and changes nothing. */
@Component
public class CompareVerdicts {

    private static final int LAST = 1000;

    private final Orders orders;
    private final GatherFacts gatherFacts;
    private final Company company;
    private final DmnEngine engine = TableGuard.guarded().buildEngine();

    CompareVerdicts(Orders orders, GatherFacts gatherFacts, Company company) {
        this.orders = orders;
        this.gatherFacts = gatherFacts;
        this.company = company;
    }

    /**
     * The orders that were asked about.
     *
     * @param changed those on which the tables decide otherwise, newest first
     */
    public record Comparison(int orders, List<ChangedVerdict> changed) {}

    /** Asks about no order when the tables are equal, or one is missing. */
    @Transactional(readOnly = true)
    public Comparison compare(byte[] before, byte[] after) {
        if (before == null || after == null || Arrays.equals(before, after)) {
            return new Comparison(0, List.of());
        }
        var former = parsed(before);
        var later = parsed(after);
        var last = orders.newest(Limit.of(LAST));
        var changed = new ArrayList<ChangedVerdict>();
        for (var number : last) {
            var facts = RuleFacts.of(gatherFacts.facts(orders.get(number)), company);
            var verdict = new ChangedVerdict(number.value(), rules(former, facts), rules(later, facts));
            if (!verdict.before().equals(verdict.after())) {
                changed.add(verdict);
            }
        }
        return new Comparison(last.size(), changed);
    }

    private DmnDecision parsed(byte[] table) {
        return engine.parseDecision(OrderFulfilment.CHECKS, new ByteArrayInputStream(table));
    }

    private List<String> rules(DmnDecision table, VariableMap facts) {
        try {
            return engine.evaluateDecisionTable(table, facts).getResultList().stream()
                    .map(result -> String.valueOf(result.get("rule")))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (RuntimeException fault) {
            return List.of(Finding.CHECK_FAILED);
        }
    }
}
