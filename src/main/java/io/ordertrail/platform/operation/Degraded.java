package io.ordertrail.platform.operation;

import org.springframework.boot.actuate.health.Status;

/** Between up and down: the node does its work, but somebody should look. It goes on taking requests. */
public final class Degraded {

    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}
}
