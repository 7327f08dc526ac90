package io.ordertrail.platform.access;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Where TLS brought the request the session's cookie has the prefix __Host-: browsers then take it from this very host alone, and
 * nobody under the same domain can plant one. Without TLS, as on one's own machine, browsers would refuse that name.
 */
@Component
class HostCookie implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String PREFIX = "__Host-";

    private final String name;

    HostCookie(@Value("${server.servlet.session.cookie.name}") String name) {
        this.name = name;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> context.setCookieProcessor(new Renaming()));
        server.addContextValves(new Binding());
    }

    private final class Renaming extends Rfc6265CookieProcessor {

        private Renaming() {
            setSameSiteCookies("lax");
        }

        @Override
        public String generateHeader(Cookie cookie, HttpServletRequest request) {
            var header = super.generateHeader(cookie, request);
            return request.isSecure() && cookie.getName().equals(name) ? PREFIX + header : header;
        }
    }

    /** Behind TLS no session is known by another name. Stands behind the valve that knows whether a proxy had TLS. */
    private final class Binding extends ValveBase {

        private Binding() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.isSecure()) {
                request.setRequestedSessionId(bound(request));
                request.setRequestedSessionCookie(true);
            }
            getNext().invoke(request, response);
        }

        private String bound(Request request) {
            return Stream.ofNullable(request.getCookies())
                    .flatMap(Arrays::stream)
                    .filter(cookie -> cookie.getName().equals(PREFIX + name))
                    .map(Cookie::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }
}
