package io.ordertrail.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that a company decides once.
 *
 * @param demo whether Ordertrail starts with the demo company and its users
 * @param signIn {@code local} or {@code keycloak}
 */
@ConfigurationProperties("ordertrail")
public record OrdertrailSettings(
        @DefaultValue("true") boolean demo,
        @DefaultValue("local") String signIn) {

    /** Tells whether users and groups are managed in Camunda Admin; otherwise they are managed in Keycloak. */
    public boolean managesUsers() {
        return signIn.equals("local");
    }
}
