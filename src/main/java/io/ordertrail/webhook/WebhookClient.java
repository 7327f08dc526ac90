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

/**
 * Posts one message and reads no more of the answer than its status. Each goes over a connection of its own, to an address that was
 * looked at for this very message; no redirect is followed, no cookie kept, and after the time is up the connection is cut.
 */
@Component
class WebhookClient implements DisposableBean {

    static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookClient.class);
    private static final Timeout TO_CONNECT = Timeout.ofSeconds(5);
    private static final int CONNECTIONS = 100;

    private final CloseableHttpClient http;
    private final Duration longest;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "webhook alarms");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    WebhookClient(WebhookSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE, LONGEST);
    }

    WebhookClient(WebhookSettings settings, DnsResolver names, Duration longest) {
        this.longest = longest;
        var patience = Timeout.of(longest);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AddressResolver(names, settings.allowInternal()))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(TO_CONNECT)
                        .setSocketTimeout(patience)
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
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
        var late = new AtomicBoolean();
        var alarm = alarms.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answered(request);
        } catch (IOException | RuntimeException e) {
            LOG.debug("Not delivered", e);
            return DeliveryOutcome.failed(late.get() ? DeliveryOutcome.Problem.TIMEOUT : problem(e));
        } finally {
            alarm.cancel(false);
        }
    }

    /** Closing the answer would read it to its end, which a receiver may never let come: so the connection is cut before. */
    private DeliveryOutcome answered(HttpPost request) throws IOException {
        var answer = http.executeOpen(null, request, null);
        var outcome = DeliveryOutcome.answered(answer.getCode());
        request.cancel();
        try {
            answer.close();
        } catch (IOException e) {
            LOG.trace("Cut", e);
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
        alarms.shutdownNow();
        http.close();
    }
}
