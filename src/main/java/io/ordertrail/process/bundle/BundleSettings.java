package io.ordertrail.process.bundle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of bundles.
 *
 * @param secondPerson whether nobody puts a bundle of their own into force
 */
@ConfigurationProperties("ordertrail.process")
public record BundleSettings(@DefaultValue("false") boolean secondPerson) {}
