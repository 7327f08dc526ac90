package io.ordertrail.order.entry;

import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.ordertrail.actor.Caller;
import io.ordertrail.actor.Stamp;
import io.ordertrail.order.book.EnteredOrder;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;

/** One order on its way through its entry, and what came of it. Any thread may enter it for its caller. */
final class PendingOrder<T> {

    private final NewOrder entered;
    private final boolean past;
    private final Stamp stamp;
    private final Caller caller;
    private final Function<OrderNumber, T> answer;
    private Order order;
    private T result;
    private Throwable failure;

    /**
     * Creates a pending order.
     *
     * @param answer builds the answer in the transaction of the entry
     */
    PendingOrder(NewOrder entered, Stamp stamp, Caller caller, Function<OrderNumber, T> answer) {
        this(entered, false, stamp, caller, answer);
    }

    /**
     * Creates a pending order.
     *
     * @param past whether it had ended before it came here
     * @param answer builds the answer in the transaction of the entry
     */
    PendingOrder(NewOrder entered, boolean past, Stamp stamp, Caller caller, Function<OrderNumber, T> answer) {
        this.entered = entered;
        this.past = past;
        this.stamp = stamp;
        this.caller = caller;
        this.answer = answer;
    }

    NewOrder entered() {
        return entered;
    }

    /** The customer and the products: two groups in work never have one in common. */
    Stream<String> contended() {
        return Stream.concat(
                        Stream.of("customer " + entered.customer()),
                        entered.lines().stream().map(line -> "product " + line.sku()))
                .map(name -> name.toUpperCase(Locale.ROOT));
    }

    /**
     * Builds the order.
     *
     * @return whether it can be stored; if not, the refusal is its result
     */
    boolean build(KnownMasterData known, RandomGenerator random) {
        try {
            var number = OrderNumber.next(random);
            order = past ? known.ofThePast(number, entered, stamp) : known.order(number, entered, stamp);
            failure = null;
            return true;
        } catch (Refusal refusal) {
            failure = refusal;
            return false;
        }
    }

    EnteredOrder built() {
        return new EnteredOrder(order, caller);
    }

    void answer() {
        caller.run(() -> result = answer.apply(order.number()));
    }

    boolean hasFailed() {
        return failure != null;
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    /** Returns the answer, or throws what prevented it. */
    T result() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return result;
    }
}
