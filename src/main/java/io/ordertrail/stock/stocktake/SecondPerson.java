package io.ordertrail.stock.stocktake;

import java.time.Duration;

import org.springframework.stereotype.Component;

import io.ordertrail.approval.ApprovalSettings;
import io.ordertrail.catalog.Company;
import io.ordertrail.catalog.Money;
import io.ordertrail.refusal.Refusal;

/** Which stocktakes need a second person, as the company has set it. */
@Component
class SecondPerson {

    private final ApprovalSettings settings;
    private final ApprovalPolicy policy;
    private final Company company;

    SecondPerson(ApprovalSettings settings, ApprovalPolicy policy, Company company) {
        this.settings = settings;
        this.policy = policy;
        this.company = company;
    }

    boolean isRequired(Money variances) {
        return settings.secondPerson() && policy.requiresSecondPerson(variances);
    }

    Duration waits() {
        return settings.expiresAfter();
    }

    Refusal refusal() {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "stocktake.refuses.second-person",
                policy.secondPersonAbove(),
                company.currency());
    }
}
