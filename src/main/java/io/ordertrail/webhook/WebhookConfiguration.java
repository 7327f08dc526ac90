package io.ordertrail.webhook;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.ordertrail.retention.RetainedData;
import io.ordertrail.retention.RetentionSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    /** As long as a delivery is kept, it can be replayed. */
    private record Deliveries(Outbox outbox, Duration keptFor) implements RetainedData {

        @Override
        public Kind kind() {
            return Kind.WEBHOOK_DELIVERIES;
        }

        @Override
        public Outcome forget(Instant before) {
            var removed = 0L;
            for (var batch = outbox.deleteOlderThan(before); batch > 0; batch = outbox.deleteOlderThan(before)) {
                removed += batch;
            }
            return Outcome.removed(removed);
        }
    }

    @Bean
    RetainedData retainedDeliveries(Outbox outbox, RetentionSettings settings) {
        return new Deliveries(outbox, settings.webhookDeliveries());
    }
}
