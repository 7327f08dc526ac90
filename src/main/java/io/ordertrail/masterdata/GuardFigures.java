package io.ordertrail.masterdata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.approval.FigureRights;
import io.ordertrail.approval.PendingChange;
import io.ordertrail.approval.PendingChanges;
import io.ordertrail.approval.ProposeChange;
import io.ordertrail.approval.ReviewedFigures;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Sentence;

/** Keeps the figures that rules judge by from people who may not change them, and large changes from taking effect. */
@Component
public class GuardFigures {

    private final FigureRights rights;
    private final PendingChanges pending;
    private final ProposeChange proposeChange;
    private final ReviewedFigures reviewed;
    private final Actor actor;

    GuardFigures(
            FigureRights rights,
            PendingChanges pending,
            ProposeChange proposeChange,
            ReviewedFigures reviewed,
            Actor actor) {
        this.rights = rights;
        this.pending = pending;
        this.proposeChange = proposeChange;
        this.reviewed = reviewed;
        this.actor = actor;
    }

    /**
     * Returns the data that takes effect now. A figure that waits for a second person keeps its value in it.
     *
     * @param data valid data with all figures
     * @param stored the data of the record; null when it is new
     * @throws io.ordertrail.refusal.InvalidInput at each figure that the actor may not change or that waits already
     */
    <D> D guarded(List<Figure<D>> figures, Subject subject, D data, D stored) {
        var changed = changed(figures, data, stored);
        if (changed.isEmpty()) {
            return data;
        }
        var waiting = waiting(subject, stored);
        refuse(changed, data, waiting);
        var now = data;
        for (var figure : changed) {
            var former = former(figure, stored);
            if (waits(figure, subject, former, figure.of(data))) {
                propose(subject, new Difference(null, figure.name(), former, figure.of(data)), waiting);
                now = figure.set(now, former);
            }
        }
        return now;
    }

    /**
     * Returns the names of the figures that would wait for a second person; nothing is proposed.
     *
     * @throws io.ordertrail.refusal.InvalidInput at each figure that the actor may not change or that waits already
     */
    <D> Set<String> waiting(List<Figure<D>> figures, Subject subject, D data, D stored) {
        var changed = changed(figures, data, stored);
        if (changed.isEmpty()) {
            return Set.of();
        }
        refuse(changed, data, waiting(subject, stored));
        return changed.stream()
                .filter(figure -> waits(figure, subject, former(figure, stored), figure.of(data)))
                .map(Figure::name)
                .collect(Collectors.toSet());
    }

    private <D> List<Figure<D>> changed(List<Figure<D>> figures, D data, D stored) {
        return actor.isOrdertrail()
                ? List.of()
                : figures.stream()
                        .filter(figure -> figure.differs(data, stored))
                        .toList();
    }

    private static <D> String former(Figure<D> figure, D stored) {
        return stored == null ? figure.initial() : figure.of(stored);
    }

    private List<PendingChange> waiting(Subject subject, Object stored) {
        return stored == null
                ? List.of()
                : pending.waiting(subject.kind(), subject.code(), actor.stamp().at());
    }

    private <D> void refuse(List<Figure<D>> changed, D data, List<PendingChange> waiting) {
        Checked.refuseIfAny(changed.stream()
                .flatMap(figure -> fault(figure, data, waiting).stream())
                .toList());
    }

    private <D> Optional<Fault> fault(Figure<D> figure, D data, List<PendingChange> waiting) {
        if (!rights.mayChange()) {
            return Optional.of(new Fault("/" + figure.name(), Sentence.of("figure.refuses.role")));
        }
        return waiting.stream()
                .filter(one -> one.field().equals(figure.name()))
                .filter(one -> !one.proposed().equals(figure.of(data)))
                .findFirst()
                .map(one -> new Fault(
                        "/" + figure.name(), Sentence.of("figure.refuses.waits", one.proposed(), one.proposedBy())));
    }

    /**
     * A change is large on its own or together with small ones before it. A figure that a new record needs does not
     * wait, because there is no former value to hold.
     */
    private boolean waits(Figure<?> figure, Subject subject, String former, String wanted) {
        return rights.needsApproval()
                && former != null
                && (figure.isLarge().test(former, wanted)
                        || figure.isLarge().test(reviewed.value(subject, figure.name(), former), wanted));
    }

    /** Somebody who types the value that waits already changes nothing. */
    private void propose(Subject subject, Difference figure, List<PendingChange> waiting) {
        if (waiting.stream().noneMatch(one -> one.field().equals(figure.field()))) {
            proposeChange.propose(subject, figure);
        }
    }
}
