package io.ordertrail.actor;

/** Who acts: the signed-in person or program, else the running timer or job, else Ordertrail itself. */
public interface Actor {

    String name();

    /** The actor's name and the current time, to be stored with a change. */
    Stamp stamp();

    /** The network address from which the current call comes; null when nobody calls. */
    default String origin() {
        return null;
    }

    /** Returns the current caller, so that another thread can work for them. */
    Caller caller();

    /** Tells whether the signed-in person or program is a member of this group. */
    boolean isIn(String group);

    /** Tells whether Ordertrail itself acts: nobody is signed in, and no timer or job runs. */
    boolean isOrdertrail();
}
