package io.ordertrail.actor;

/** The caller of work that another thread does: it runs under their name, their rights and their log fields. */
@FunctionalInterface
public interface Caller {

    void run(Runnable work);
}
