package io.ordertrail.externalstock;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the company's own stock system is, and how long it is waited for.
 *
 * @param url below which its reservations are
 * @param token by which it knows us; none is sent where there is none
 * @param connectWithin how long it may take to take the call
 * @param answerWithin how long it may take from the call to the end of its answer
 */
@ConfigurationProperties("ordertrail.stock-system")
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
