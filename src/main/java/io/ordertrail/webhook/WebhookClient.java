package io.ordertrail.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import io.ordertrail.webhook.address.AddressResolver;
import io.ordertrail.webhook.address.InternalAddress;

/**
 * Posts one message and reads only the status of the response. Each request opens its own connection, to an address
 * that was checked for this request. The client follows no redirect, stores no cookie, and cuts the connection when the
 * time limit is over.
 */
@Component
class WebhookClient implements DisposableBean {

    static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookClient.class);
    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(5);
    private static final int MAX_CONNECTIONS = 100;

    private final CloseableHttpClient http;
    private final Duration longest;
    private final ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "webhook timeouts");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    WebhookClient(WebhookSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE, TIME_LIMIT);
    }

    WebhookClient(WebhookSettings settings, DnsResolver resolver, Duration longest) {
        this.longest = longest;
        var limit = Timeout.of(longest);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AddressResolver(resolver, settings.allowInternal()))
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_TIMEOUT)
                        .setSocketTimeout(limit)
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(limit)
                        .setConnectionRequestTimeout(limit)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Ordertrail")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    DeliveryOutcome post(String address, Map<String, String> headers, String body) {
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        var timedOut = new AtomicBoolean();
        var timeout = timeouts.schedule(
                () -> {
                    timedOut.set(true);
                    request.cancel();
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return responded(request);
        } catch (IOException | RuntimeException e) {
            LOG.debug("Message was not delivered", e);
            return DeliveryOutcome.failed(timedOut.get() ? DeliveryOutcome.Problem.TIMEOUT : problem(e));
        } finally {
            timeout.cancel(false);
        }
    }

    /** Closing a response reads it to its end, which may never come; so the connection is cut before. */
    private DeliveryOutcome responded(HttpPost request) throws IOException {
        var response = http.executeOpen(null, request, null);
        var outcome = DeliveryOutcome.answered(response.getCode());
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.trace("Connection was cut", e);
        }
        return outcome;
    }

    private static DeliveryOutcome.Problem problem(Exception e) {
        if (e instanceof InternalAddress) {
            return DeliveryOutcome.Problem.INTERNAL;
        }
        if (e instanceof UnknownHostException) {
            return DeliveryOutcome.Problem.UNKNOWN_HOST;
        }
        if (e instanceof SSLException) {
            return DeliveryOutcome.Problem.TLS;
        }
        return e instanceof InterruptedIOException
                ? DeliveryOutcome.Problem.TIMEOUT
                : DeliveryOutcome.Problem.CONNECTION;
    }

    @Override
    public void destroy() throws IOException {
        timeouts.shutdownNow();
        http.close();
    }
}
