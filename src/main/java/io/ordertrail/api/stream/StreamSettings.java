package io.ordertrail.api.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connections how many stock streams a node has at the same time
 * @param connectionsEach how many of them one person or program may have
 */
@ConfigurationProperties("ordertrail.stream")
record StreamSettings(
        @DefaultValue("500") int connections,
        @DefaultValue("20") int connectionsEach) {}
