package io.ordertrail.approval;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;

/** Who may change the figures that rules judge by, and whether a second person has to approve. */
@Component
public class FigureRights {

    /** Its members enter no orders, so that nobody changes what their own orders are judged by. */
    static final String GROUP = "managers";

    private final ApprovalSettings settings;
    private final Actor actor;

    FigureRights(ApprovalSettings settings, Actor actor) {
        this.settings = settings;
        this.actor = actor;
    }

    /** Ordertrail itself may: it loads the demo company. */
    public boolean mayChange() {
        return actor.isOrdertrail() || actor.isIn(GROUP);
    }

    public boolean needsApproval() {
        return settings.secondPerson() && !actor.isOrdertrail();
    }
}
