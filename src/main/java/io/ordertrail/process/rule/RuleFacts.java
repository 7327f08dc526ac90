package io.ordertrail.process.rule;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

import io.ordertrail.catalog.Company;
import io.ordertrail.order.check.OrderFacts;

/** The facts of an order under the names that rules read. */
final class RuleFacts {

    private RuleFacts() {}

    /** {@code places} is the number of decimal places of an amount in the company's currency. */
    static VariableMap of(OrderFacts facts, Company company) {
        return Variables.createVariables()
                .putValue("places", company.currency().getDefaultFractionDigits())
                .putValue("orderTotal", facts.orderTotal())
                .putValue("freeCredit", facts.freeCredit())
                .putValue("customerBlocked", facts.customerBlocked())
                .putValue("lowestPricePercent", facts.lowestPricePercent())
                .putValue("discountAllowed", facts.discountAllowed())
                .putValue("likelyDuplicate", facts.likelyDuplicate())
                .putValue("missingAddressParts", facts.missingAddressParts())
                .putValue("firstOrder", facts.firstOrder())
                .putValue("largestQuantityRatio", facts.largestQuantityRatio())
                .putValue("country", facts.country())
                .putValue("region", facts.region())
                .putValue("channel", facts.channel())
                .putValue("priority", facts.priority())
                .putValue("categoryShares", facts.categoryShares())
                .putValue("requestedDeliveryDays", facts.requestedDeliveryDays())
                .putValue("numberOfLines", facts.numberOfLines())
                .putValue("weekday", facts.weekday())
                .putValue("hour", facts.hour());
    }
}
