package io.ordertrail.platform.access;

import java.io.IOException;
import java.util.Map;
import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The security headers of answers that Tomcat gives by itself, before any filter has seen the request: to an address
 * that it cannot read, or a method that it does not know. {@link ContentSecurity} replaces them in all other answers.
 */
@Component
class ServerHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                            + " 'none'",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", ContentSecurity.PERMISSIONS);

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new AddHeaders());
    }

    private static final class AddHeaders extends ValveBase {

        private AddHeaders() {
            super(true);
        }

        /** Adds them again afterwards: an error may have reset the answer. */
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            addMissing(response);
            getNext().invoke(request, response);
            if (!response.isCommitted()) {
                addMissing(response);
            }
        }

        private static void addMissing(Response response) {
            HEADERS.forEach((name, value) -> {
                if (response.getHeader(name) == null) {
                    response.setHeader(name, value);
                }
            });
        }
    }
}
