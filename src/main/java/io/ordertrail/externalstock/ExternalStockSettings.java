package io.ordertrail.externalstock;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code ordertrail.external-stock}: the address of the external stock system and the time limits of calls.
 *
 * @param url the address below which its reservations are
 * @param token the bearer token of our calls; empty for none
 * @param connectWithin the time limit for the connection
 * @param answerWithin the time limit from the call to the end of the answer
 */
@ConfigurationProperties("ordertrail.external-stock")
record ExternalStockSettings(
        @DefaultValue("false") boolean switchedOn,
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @DefaultValue("1s") Duration connectWithin,
        @DefaultValue("4s") Duration answerWithin) {

    @Override
    public String toString() {
        return "stock system at " + url;
    }
}
