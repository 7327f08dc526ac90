package io.ordertrail.process.bundle;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.process.difference.Difference;
import io.ordertrail.process.difference.Differences;

/** What a bundle changes. */
@Component
public class BundleDifferences {

    private final Bundles bundles;
    private final BundleFiles files;

    BundleDifferences(Bundles bundles, BundleFiles files) {
        this.bundles = bundles;
        this.files = files;
    }

    /** The difference to the bundle that it replaced, or would replace now; none for the first. */
    public List<Difference> of(Bundle bundle) {
        var before = before(bundle);
        return before == null ? List.of() : Differences.between(files.of(bundles.get(before)), files.of(bundle));
    }

    /** The number of the bundle before; null for the first. */
    public Long before(Bundle bundle) {
        if (bundle.replaced() != null || bundle.inForceAt() != null) {
            return bundle.replaced();
        }
        return bundles.inForce().map(Bundle::number).orElse(null);
    }
}
