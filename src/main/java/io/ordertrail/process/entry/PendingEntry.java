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

/**
 * One order that waits for its entry. Any thread may enter it; the entry runs under the security and log context of the
 * sender.
 */
final class PendingEntry<T> {

    /**
     * What the thread of the sender has to do: enter the order with those that wait, enter it alone, or nothing,
     * because it is entered.
     */
    enum Step {
        LEAD,
        ALONE,
        ENTERED
    }

    private final NewOrder order;
    private final Consumer<List<NewOrder>> lookUp;
    private final Supplier<OrderNumber> entry;
    private final Function<OrderNumber, T> answer;
    private final SecurityContext senderContext = SecurityContextHolder.getContext();
    private final Map<String, String> senderLog = MDC.getCopyOfContextMap();
    private final CompletableFuture<Step> step = new CompletableFuture<>();
    private OrderNumber number;
    private T result;

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

    /** Runs the look-up for all orders of the group, including this one. */
    void lookUp(List<PendingEntry<?>> group) {
        lookUp.accept(group.stream().<NewOrder>map(pending -> pending.order).toList());
    }

    void enter() {
        asSender(() -> number = entry.get());
    }

    OrderNumber number() {
        return number;
    }

    void answer() {
        asSender(() -> result = answer.apply(number));
    }

    T result() {
        return result;
    }

    void resume(Step next) {
        step.complete(next);
    }

    /** Passes the failure to the thread of the sender. Whether the order was stored is unknown. */
    void fail(Throwable cause) {
        step.completeExceptionally(cause);
    }

    Step awaitStep() {
        try {
            return step.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private void asSender(Runnable work) {
        var previousContext = SecurityContextHolder.getContext();
        var previousLog = MDC.getCopyOfContextMap();
        SecurityContextHolder.setContext(senderContext);
        log(senderLog);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(previousContext);
            log(previousLog);
        }
    }

    private static void log(Map<String, String> names) {
        MDC.clear();
        if (names != null) {
            MDC.setContextMap(names);
        }
    }
}
