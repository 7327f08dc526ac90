package io.ordertrail.platform.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.ordertrail.settings.OrdertrailSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrdertrailSettings.class)
class PlatformConfiguration {

    private static final Duration BODY_PATIENCE = Duration.ofSeconds(15);

    /**
     * Microseconds, the precision of the databases, so that a time reads the same before and after it is stored. Its
     * zone is the company's, in which days begin and end.
     */
    @Bean
    Clock clock(@Value("${ordertrail.company.time-zone:UTC}") ZoneId zone) {
        return Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
    }

    /** Half of the threads that do not work may wait for bodies; the other half answers what has none. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestSlots(
            @Value("${ordertrail.requests-at-once}") int atOnce, @Value("${server.tomcat.threads.max}") int threads) {
        return server -> server.addEngineValves(new RequestSlots(atOnce, (threads - atOnce) / 2, BODY_PATIENCE));
    }
}
