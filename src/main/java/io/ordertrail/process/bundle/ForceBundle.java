package io.ordertrail.process.bundle;

import org.springframework.stereotype.Service;

import io.ordertrail.actor.Actor;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.refusal.Refusal;

/** Puts a bundle into force, or the one before again. Of two people who do so at the same time, one succeeds. */
@Service
public class ForceBundle {

    private final Bundles bundles;
    private final CheckBundle checkBundle;
    private final SwitchBundles switchBundles;
    private final BundleSettings settings;
    private final Actor actor;

    ForceBundle(
            Bundles bundles,
            CheckBundle checkBundle,
            SwitchBundles switchBundles,
            BundleSettings settings,
            Actor actor) {
        this.bundles = bundles;
        this.checkBundle = checkBundle;
        this.switchBundles = switchBundles;
        this.settings = settings;
        this.actor = actor;
    }

    /**
     * Checks the bundle again and puts it into force. New orders follow it at once, orders under way finish on theirs.
     *
     * @param seen the bundle in force that the person saw; null if they did not say
     * @throws Refusal when a finding refuses it, another person has to do it, or another bundle came into force meanwhile
     */
    public Bundle force(long number, Long seen) {
        var bundle = bundles.get(number);
        var current = current(seen);
        if (bundle.isInForce()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.in-force", String.valueOf(number));
        }
        if (bundle.isDiscarded()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.discarded", String.valueOf(number));
        }
        refuseOwn(bundle);
        var report = checkBundle.check(number);
        if (!report.passes()) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "bundle.refuses.findings", String.valueOf(number), report.refusing());
        }
        return switchBundles.to(number, current, current);
    }

    /**
     * Puts the bundle into force again that the given one replaced. It was in force before, so it needs no trial and no
     * second person.
     *
     * @throws Refusal when the given bundle is not in force, or a finding refuses the one before
     */
    public Bundle takeBack(long number) {
        var bundle = bundles.get(number);
        if (!bundle.isInForce()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.not-in-force", String.valueOf(number));
        }
        if (bundle.replaced() == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.first", String.valueOf(number));
        }
        var before = bundles.get(bundle.replaced());
        var refusing = checkBundle.findings(before).stream()
                .filter(ProcessFinding::refuses)
                .count();
        if (refusing > 0) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "bundle.refuses.findings", String.valueOf(before.number()), refusing);
        }
        return switchBundles.to(before.number(), number, null);
    }

    /** Tells whether the setting asks for another person than the signed-in one. */
    public boolean needsSomebodyElse(Bundle bundle) {
        return settings.secondPerson() && bundle.author().equals(actor.name());
    }

    private void refuseOwn(Bundle bundle) {
        if (needsSomebodyElse(bundle)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.own", String.valueOf(bundle.number()));
        }
    }

    private Long current(Long seen) {
        var current = bundles.inForce().map(Bundle::number).orElse(null);
        if (seen != null && !seen.equals(current)) {
            throw SwitchBundles.overtaken();
        }
        return current;
    }
}
