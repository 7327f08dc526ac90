package io.ordertrail.process.engine;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The versions of the diagrams that new orders follow. Every order needs it, so it is read at most once a second. */
@Component
public class LatestDefinition {

    private static final Duration VALID = Duration.ofSeconds(1);

    private final LoadingCache<String, String> ids;

    LatestDefinition(RepositoryService repository) {
        ids = Caffeine.newBuilder()
                .expireAfterWrite(VALID)
                .build(process -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult()
                        .getId());
    }

    public String id() {
        return id(OrderFulfilment.PROCESS);
    }

    public String id(String process) {
        return ids.get(process);
    }
}
