package io.ordertrail.process.bundle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

import io.ordertrail.process.deadline.DeadlinesInForce;
import io.ordertrail.process.deadline.StepDeadlines;

/** Reads the deadlines of the bundle in force, at most once a second: every task needs one. */
@Component
class BundleDeadlines implements DeadlinesInForce {

    private static final Duration VALID = Duration.ofSeconds(1);

    private final LoadingCache<String, Optional<StepDeadlines>> read;

    BundleDeadlines(Bundles bundles, StoredFiles files) {
        read = Caffeine.newBuilder()
                .expireAfterWrite(VALID)
                .build(name -> bundles.hashInForce(name)
                        .flatMap(hash ->
                                files.findByHashIn(List.of(hash)).stream().findFirst())
                        .map(file -> StepDeadlines.read(file.content())));
    }

    @Override
    public Optional<StepDeadlines> deadlines() {
        return read.get(StepDeadlines.FILE);
    }
}
