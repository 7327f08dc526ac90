package io.ordertrail.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company decides once.
 *
 * @param demo whether the house starts with the demo company and its people
 * @param signIn {@code local} or {@code keycloak}
 */
@ConfigurationProperties("ordertrail")
public record OrdertrailSettings(
        @DefaultValue("true") boolean demo,
        @DefaultValue("local") String signIn) {

    /** Whether people are added, and put into groups, in the engine's Admin; else that is done in Keycloak. */
    public boolean keepsPeople() {
        return signIn.equals("local");
    }
}
