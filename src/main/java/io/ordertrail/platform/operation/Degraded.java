package io.ordertrail.platform.operation;

import org.springframework.boot.actuate.health.Status;

/** The status between up and down: the node works and takes requests, but an operator should check it. */
public final class Degraded {

    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}
}
