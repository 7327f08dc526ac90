package io.ordertrail.order.book;

import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Records what changes in an order: an event on the timeline, and the old and new fields in the trail of changes. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OrderChanges {

    /** The kinds of events: sales corrected the order, or quantities were cancelled. */
    static final Set<String> KINDS = Set.of("corrected", "struck");

    private static final String CORRECTED = "corrected";

    private final Timeline timeline;
    private final ChangeLog log;
    private final WriteSearchWords search;

    OrderChanges(Timeline timeline, ChangeLog log, WriteSearchWords search) {
        this.search = search;
        this.timeline = timeline;
        this.log = log;
    }

    /** Reads the order before it changes. */
    public Snapshot before(Order order) {
        return OrderContent.of(order);
    }

    /**
     * Records a change. Event and changed fields have the same moment, by which they are found together.
     *
     * @param what the kind of event
     */
    public void record(Order order, Snapshot before, String what) {
        var stamp = timeline.note(order.number(), what, null);
        log.record(stamp, subject(order.number()), Act.CHANGED, before, OrderContent.of(order));
        if (CORRECTED.equals(what)) {
            search.replace(SearchKind.ORDER, order.number().value(), order.searchTexts());
        }
    }

    /** Names the order in the trail of changes. */
    public static Subject subject(OrderNumber number) {
        return new Subject(Subject.Kind.ORDER, number.value());
    }
}
