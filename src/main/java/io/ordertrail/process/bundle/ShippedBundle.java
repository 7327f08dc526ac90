package io.ordertrail.process.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.engine.StartupLock;
import io.ordertrail.process.bundle.Bundle.Origin;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.process.engine.ImportOrders;

/**
 * Stores what comes with the product, before the first order can be entered. What process owners changed stays in force
 * after an upgrade; what the upgrade brings instead is offered as a draft.
 */
@Component
public class ShippedBundle implements SmartInitializingSingleton {

    private static final String[] PATTERNS = {
        "classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form"
    };
    private static final Logger LOG = LoggerFactory.getLogger(ShippedBundle.class);

    private final Bundles bundles;
    private final BundleFiles files;
    private final StoreBundle store;
    private final CurrentBundle current;
    private final Start start;

    /** What a start needs beside bundles. */
    @Component
    record Start(StartupLock lock, Deadlines.Settings deadlines, SwitchBundles switchBundles) {}

    ShippedBundle(Bundles bundles, BundleFiles files, StoreBundle store, CurrentBundle current, Start start) {
        this.bundles = bundles;
        this.files = files;
        this.store = store;
        this.current = current;
        this.start = start;
    }

    /** Nodes that start at the same time do this one after the other. */
    @Override
    public void afterSingletonsInstantiated() {
        start.lock().whileHeld(() -> take(shipped()));
    }

    void take(Map<String, byte[]> shipped) {
        var adopted = current.adopted(shipped);
        if (adopted == null) {
            inForce(Origin.SHIPPED, shipped, null);
            return;
        }
        var now = files.of(adopted);
        var last = bundles.lastShipped().map(files::of).orElse(Map.of());
        var upgraded = upgraded(now, last, shipped);
        var whole = BundleFiles.same(upgraded, shipped);
        var isNew = !BundleFiles.same(shipped, last);
        if (!BundleFiles.same(upgraded, now) || whole && isNew) {
            inForce(whole ? Origin.SHIPPED : Origin.UPGRADED, upgraded, adopted.number());
        }
        if (!whole && isNew) {
            offer(shipped);
        }
    }

    private void inForce(Origin origin, Map<String, byte[]> files, Long before) {
        var bundle = store.draft(origin, "", before, files);
        start.switchBundles().to(bundle.number(), before, before);
    }

    private void offer(Map<String, byte[]> shipped) {
        var base = bundles.inForce().map(Bundle::number).orElse(null);
        var draft = store.draft(Origin.SHIPPED, "", base, shipped);
        LOG.warn(
                "A newer process came with this version. What was changed here stays in force; the newer one is offered"
                        + " as draft {}, see docs/operations.md.",
                draft.number());
    }

    /** Takes the new of each part that nobody changed: diagrams with their forms, each table, the deadlines. */
    private static Map<String, byte[]> upgraded(
            Map<String, byte[]> now, Map<String, byte[]> last, Map<String, byte[]> shipped) {
        var upgraded = new TreeMap<String, byte[]>();
        var all = new TreeMap<>(now);
        all.putAll(shipped);
        all.keySet().stream()
                .map(ShippedBundle::part)
                .collect(Collectors.toSet())
                .forEach(part -> {
                    Predicate<String> isOfPart = file -> part(file).equals(part);
                    Function<Map<String, byte[]>, Map<String, byte[]>> ofPart =
                            from -> EngineFiles.only(from, isOfPart);
                    var isChangedHere = !BundleFiles.same(ofPart.apply(now), ofPart.apply(last));
                    upgraded.putAll(ofPart.apply(isChangedHere ? now : shipped));
                });
        return upgraded;
    }

    private static String part(String file) {
        return EngineFiles.isOfProcess(file) ? "process" : file;
    }

    /** Tells whether a newer process is offered and nothing came into force since. */
    public boolean isNewerWaiting() {
        return bundles.lastShipped()
                .filter(shipped -> shipped.inForceAt() == null && !shipped.isDiscarded())
                .filter(shipped -> bundles.inForce()
                        .map(Bundle::inForceAt)
                        .filter(Objects::nonNull)
                        .filter(since -> since.isAfter(shipped.createdAt()))
                        .isEmpty())
                .isPresent();
    }

    Map<String, byte[]> shipped() {
        var shipped = new TreeMap<String, byte[]>();
        try {
            for (var pattern : PATTERNS) {
                for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    shipped.put(file.getFilename(), file.getContentAsByteArray());
                }
            }
            shipped.keySet().removeAll(ImportOrders.FILES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shipped.put(StepDeadlines.FILE, StepDeadlines.of(start.deadlines()).file());
        return shipped;
    }
}
