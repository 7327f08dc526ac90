package io.ordertrail.intake.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Subject;
import io.ordertrail.intake.partner.PartnerNumber.Kind;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Text;

/** Stores and removes what partners call our products and customers. */
@Service
@Transactional
public class SavePartnerNumber {

    private final PartnerNumbers numbers;
    private final OurRecords ourRecords;
    private final Checked checked;
    private final ChangeLog log;
    private final Actor actor;

    SavePartnerNumber(PartnerNumbers numbers, OurRecords ourRecords, Checked checked, ChangeLog log, Actor actor) {
        this.numbers = numbers;
        this.ourRecords = ourRecords;
        this.checked = checked;
        this.log = log;
        this.actor = actor;
    }

    /**
     * A number as a person types it.
     *
     * @param partner empty for every partner
     */
    public record Typed(
            Kind kind,
            @Text(max = 40) String partner,
            @Text(max = 100, required = true) String theirs,
            @Text(max = 40, required = true) String ours) {

        public Typed {
            partner = partner == null ? "" : Blanks.trimmed(partner);
            theirs = Blanks.trimmed(theirs);
            ours = Blanks.trimmed(ours);
        }
    }

    /**
     * What saving a number would do.
     *
     * @param stored what is stored for it; null when nothing is
     * @param ours our code; as it is typed when there is none
     */
    public record Preview(List<Fault> faults, String stored, String ours) {}

    /** Tells what saving a number would do; nothing is stored. */
    @Transactional(readOnly = true)
    public Preview preview(Typed typed) {
        var faults = new ArrayList<>(checked.faultsOf(typed));
        var ours = ourRecords.find(typed.kind(), typed.ours());
        if (ours.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("/ours", OurRecords.unknown(typed.kind(), typed.ours())));
        }
        var stored = numbers.find(typed.kind(), typed.partner(), typed.theirs());
        return new Preview(faults, stored.map(PartnerNumber::ours).orElse(null), ours.orElse(typed.ours()));
    }

    /**
     * Stores a number; one that is stored already is changed.
     *
     * @throws io.ordertrail.refusal.InvalidInput when there is no such product or customer of ours
     */
    public void save(Typed typed) {
        checked.valid(typed);
        var ours = ourRecords.code(typed.kind(), typed.ours());
        var before = numbers.find(typed.kind(), typed.partner(), typed.theirs());
        var number = new PartnerNumber(typed.kind(), typed.partner(), typed.theirs(), ours, actor.stamp());
        if (before.isEmpty()) {
            numbers.add(number);
        } else {
            numbers.change(number);
        }
        record(number, before.isEmpty() ? Act.CREATED : Act.CHANGED, before.map(PartnerNumber::ours), ours);
    }

    public void remove(Kind kind, String partner, String theirs) {
        var number = numbers.find(kind, partner, theirs)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "partner.unknown", theirs));
        numbers.remove(number);
        record(number, Act.REMOVED, Optional.of(number.ours()), null);
    }

    private void record(PartnerNumber number, Act act, Optional<String> before, String after) {
        if (!before.equals(Optional.ofNullable(after))) {
            log.record(
                    new Subject(Subject.Kind.SETTINGS, "partner " + number.partner()),
                    act,
                    number.theirs(),
                    before.orElse(null),
                    after);
        }
    }
}
