package io.ordertrail.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.http.ServerCookies;
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
    server.addContextValves(new Distrust());
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

    /** What a name without the prefix says beside the other one does not count. */
    @Override
    public void parseCookieHeader(MimeHeaders headers, ServerCookies cookies) {
      super.parseCookieHeader(headers, cookies);
      var prefixed = isPrefixed(cookies);
      for (var i = 0; i < cookies.getCookieCount(); i++) {
        var cookie = cookies.getCookie(i).getName();
        if (cookie.equals(PREFIX + name)) {
          cookie.setString(name);
        } else if (prefixed && cookie.equals(name)) {
          cookie.setString(name + "-unbound");
        }
      }
    }

    private boolean isPrefixed(ServerCookies cookies) {
      for (var i = 0; i < cookies.getCookieCount(); i++) {
        if (cookies.getCookie(i).getName().equals(PREFIX + name)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Behind TLS a session that is named without the prefix is none. Stands behind the valve that knows whether a proxy had TLS. */
  private final class Distrust extends ValveBase {

    private Distrust() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      var cookies = request.getHeader("Cookie");
      if (request.isSecure() && (cookies == null || !cookies.contains(PREFIX + name + "="))) {
        request.setRequestedSessionId(null);
      }
      getNext().invoke(request, response);
    }
  }
}
