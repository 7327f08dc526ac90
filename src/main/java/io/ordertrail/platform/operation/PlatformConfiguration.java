package io.ordertrail.platform.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.ordertrail.settings.OrdertrailSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrdertrailSettings.class)
class PlatformConfiguration {

    /** Microseconds, the precision of the databases, so that a time reads the same before and after it is stored. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
