package io.ordertrail.process.bundle;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import io.ordertrail.process.bundle.Bundle.Origin;
import io.ordertrail.process.file.ProcessFiles;

/** The bundle in force at a start, which is what the engine follows. */
@Component
class CurrentBundle {

    private final Bundles bundles;
    private final BundleFiles files;
    private final EngineFiles engine;
    private final StoreBundle store;
    private final SwitchBundles switchBundles;

    CurrentBundle(
            Bundles bundles, BundleFiles files, EngineFiles engine, StoreBundle store, SwitchBundles switchBundles) {
        this.bundles = bundles;
        this.files = files;
        this.engine = engine;
        this.store = store;
        this.switchBundles = switchBundles;
    }

    /**
     * Stores what the engine follows if no bundle is that: it was deployed before there were bundles, or an administrator
     * deleted a deployment.
     *
     * @return the bundle in force; null in a new database
     */
    Bundle adopted(Map<String, byte[]> shipped) {
        var followed = engine.now();
        var inForce = bundles.inForce().orElse(null);
        if (followed.isEmpty()) {
            return inForce;
        }
        var all = new TreeMap<>(inForce == null ? shipped : files.of(inForce));
        all.keySet().removeIf(file -> !ProcessFiles.isDeadlines(file));
        all.putAll(followed);
        if (inForce != null && BundleFiles.same(all, files.of(inForce))) {
            return inForce;
        }
        var origin = BundleFiles.same(all, shipped) ? Origin.SHIPPED : Origin.FOUND;
        var before = inForce == null ? null : inForce.number();
        var found = store.draft(origin, "", before, all);
        return switchBundles.to(found.number(), before, before);
    }
}
