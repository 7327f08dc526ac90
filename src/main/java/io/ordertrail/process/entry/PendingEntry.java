package io.ordertrail.process.entry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;

/** One order on its way in, entered in the name of whoever brought it, by whichever thread does it. */
final class PendingEntry<T> {

    /** What its own thread has to do: to enter it with those that wait, to enter it alone, or nothing, because it is entered. */
    enum Turn {
        LEAD,
        ALONE,
        ENTERED
    }

    private final NewOrder order;
    private final Consumer<List<NewOrder>> lookUp;
    private final Supplier<OrderNumber> entry;
    private final Function<OrderNumber, T> answer;
    private final SecurityContext by = SecurityContextHolder.getContext();
    private final Map<String, String> log = MDC.getCopyOfContextMap();
    private final CompletableFuture<Turn> turn = new CompletableFuture<>();
    private OrderNumber number;
    private T answered;

    PendingEntry(
            NewOrder order,
            Consumer<List<NewOrder>> lookUp,
            Supplier<OrderNumber> entry,
            Function<OrderNumber, T> answer) {
        this.order = order;
        this.lookUp = lookUp;
        this.entry = entry;
        this.answer = answer;
    }

    String customer() {
        return order.customer();
    }

    Stream<String> skus() {
        return order.lines().stream().map(NewOrder.Line::sku);
    }

    /** For all that share the transaction with this one, itself included. */
    void lookUp(List<PendingEntry<?>> group) {
        lookUp.accept(group.stream().<NewOrder>map(one -> one.order).toList());
    }

    void enter() {
        inItsName(() -> number = entry.get());
    }

    OrderNumber number() {
        return number;
    }

    void answer() {
        inItsName(() -> answered = answer.apply(number));
    }

    T answered() {
        return answered;
    }

    void tell(Turn what) {
        turn.complete(what);
    }

    /** Nobody knows what became of it. */
    void fail(Throwable why) {
        turn.completeExceptionally(why);
    }

    Turn awaitTurn() {
        try {
            return turn.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private void inItsName(Runnable work) {
        var signedIn = SecurityContextHolder.getContext();
        var before = MDC.getCopyOfContextMap();
        SecurityContextHolder.setContext(by);
        log(log);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(signedIn);
            log(before);
        }
    }

    private static void log(Map<String, String> names) {
        MDC.clear();
        if (names != null) {
            MDC.setContextMap(names);
        }
    }
}
