package io.ordertrail.web.process;

import java.time.Duration;
import java.util.Optional;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.outcome.BundleOutcome;
import io.ordertrail.schedule.CachedReading;

/** Tells managers and process owners for an hour on the list of orders that orders follow another bundle. */
@ControllerAdvice("io.ordertrail.web")
class NewProcessNotice {

    private static final Duration CACHED_FOR = Duration.ofSeconds(5);
    private static final String PRODUCT = "ordertrail";

    private final CachedReading<Optional<Bundle>> news;

    NewProcessNotice(Bundles bundles, BundleOutcome outcome) {
        news = new CachedReading<>(() -> bundles.inForce().filter(bundle -> isNews(bundle, outcome)), CACHED_FOR);
    }

    /** What the product itself puts into force at a start is no news. */
    private static boolean isNews(Bundle bundle, BundleOutcome outcome) {
        return !PRODUCT.equals(bundle.inForceBy()) && outcome.isNew(bundle);
    }

    @ModelAttribute("newProcess")
    Bundle newProcess() {
        return news.value().flatMap(bundle -> bundle).orElse(null);
    }
}
