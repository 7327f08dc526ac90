package io.ordertrail.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company decides once.
 *
 * @param demo whether the house starts with the demo company and its people
 */
@ConfigurationProperties("ordertrail")
public record OrdertrailSettings(@DefaultValue("true") boolean demo) {
}
