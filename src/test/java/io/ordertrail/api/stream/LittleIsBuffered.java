package io.ordertrail.api.stream;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Limits the send buffer: otherwise the operating system buffers megabytes for a slow client, which take half a minute
 * to fill.
 */
@Component
class LittleIsBuffered implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", "16384"));
    }
}
