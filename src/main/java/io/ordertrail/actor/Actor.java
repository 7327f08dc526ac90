package io.ordertrail.actor;

/** Who acts: the signed-in person or program, else the running timer or job, else Ordertrail itself. */
public interface Actor {

    String name();

    /** The actor's name and the current time, to be stored with a change. */
    Stamp stamp();

    /** Returns the current caller, so that another thread can work for them. */
    Caller caller();
}
