package io.ordertrail.actor;

/** The one who acts: the person or program that is signed in, else the timer or job that works, else Ordertrail itself. */
public interface Actor {

    String name();

    /** Their name and the time of now, to be written beside a change. */
    Stamp stamp();
}
