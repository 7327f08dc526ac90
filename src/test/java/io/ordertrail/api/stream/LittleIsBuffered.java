package io.ordertrail.api.stream;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The operating system would else take megabytes for one that does not listen, and that takes half a minute to fill. */
@Component
class LittleIsBuffered implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", "16384"));
    }
}
