package io.ordertrail.process.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;

import io.ordertrail.platform.finding.ProcessFinding;

/** Checks a bundle again: names, deadlines and orders may have changed since. */
@Service
public class CheckBundle {

    private final Bundles bundles;
    private final BundleFiles files;
    private final CheckFiles check;
    private final StoreBundle store;

    CheckBundle(Bundles bundles, BundleFiles files, CheckFiles check, StoreBundle store) {
        this.bundles = bundles;
        this.files = files;
        this.check = check;
        this.store = store;
    }

    public CheckReport check(long number) {
        var bundle = bundles.get(number);
        var base = bundles.inForce().map(files::of).orElse(Map.of());
        var report = check.report(files.of(bundle), base);
        store.checked(number, report);
        return report;
    }

    /** What the files alone say, without a trial; stored nowhere. */
    List<ProcessFinding> findings(Bundle bundle) {
        return check.findings(files.of(bundle));
    }

    /** What the last check found; empty before the first. */
    public static Optional<CheckReport> last(Bundle bundle) {
        return Optional.ofNullable(bundle.report()).map(CheckReport::read);
    }
}
