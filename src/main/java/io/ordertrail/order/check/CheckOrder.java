package io.ordertrail.order.check;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.Finding;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Timeline;

/** Evaluates the rules with the facts of an order. Every rule that fires opens a hold. */
@Service
@Transactional
public class CheckOrder {

    private final Orders orders;
    private final GatherFacts gatherFacts;
    private final OrderRules rules;
    private final Timeline timeline;
    private final Actor actor;

    CheckOrder(Orders orders, GatherFacts gatherFacts, OrderRules rules, Timeline timeline, Actor actor) {
        this.orders = orders;
        this.gatherFacts = gatherFacts;
        this.rules = rules;
        this.timeline = timeline;
        this.actor = actor;
    }

    /**
     * Checks the order.
     *
     * @return whether there is anything to review
     */
    public boolean check(OrderNumber number) {
        var order = orders.get(number);
        var findings = rules.check(gatherFacts.facts(order));
        order.hold(findings, actor.stamp());
        findings.forEach(finding -> note(finding, number));
        return !findings.isEmpty();
    }

    private void note(Finding finding, OrderNumber number) {
        timeline.noteBy(
                "rule: " + finding.rule(), number, finding.isFailure() ? finding.rule() : "held", finding.reason());
    }
}
