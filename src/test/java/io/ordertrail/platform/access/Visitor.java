package io.ordertrail.platform.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.ordertrail.platform.engine.DemoUser;
import io.ordertrail.platform.keycloak.TestRealm;

/** A person with a browser: stores cookies, follows redirects and records every address that it calls. */
public class Visitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int MAX_REDIRECTS = 10;

    public final List<URI> wentTo = Collections.synchronizedList(new ArrayList<>());
    public final List<Page> pages = Collections.synchronizedList(new ArrayList<>());

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;
    private final String engine;
    private final String language;
    private boolean behindProxy;

    public record Page(URI address, int status, String body, HttpResponse<String> answer) {

        /** Tells whether Keycloak asks for name and password. */
        public boolean asksToSignIn() {
            return FORM.matcher(body).find();
        }

        public String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }
    }

    public Visitor(int port, String engine, String language) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.engine = engine;
        this.language = language;
    }

    public Visitor(int port, String engine) {
        this(port, engine, "en");
    }

    /** Calls from now on {@link TestRealm#APPLICATION}, through a proxy that ends TLS in front of the application. */
    public Visitor behindProxy() {
        behindProxy = true;
        return this;
    }

    /**
     * Goes to a page and fills in the form of Keycloak that appears.
     *
     * @return the page to which that leads
     */
    public Page signIn(String path, String name, String password) {
        var form = FORM.matcher(get(path).body());
        if (!form.find()) {
            throw new IllegalStateException("Keycloak does not ask to sign in");
        }
        return post(form.group(1).replace("&amp;", "&"), Map.of("username", name, "password", password));
    }

    public Page signIn(String name) {
        return signIn("/orders", name, DemoUser.PASSWORD);
    }

    public Page signOut() {
        return post("/sign-out", Map.of("_csrf", token()));
    }

    private String token() {
        var token = TOKEN.matcher(get("/sign-out").body());
        return token.find() ? token.group(1) : "";
    }

    public Page get(String path) {
        return follow(request(path).header("Accept", "text/html"));
    }

    public Page post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /**
     * Calls the engine as the scripts of its web applications do.
     *
     * @param path relative to the engine, for example {@code /task}
     */
    public Page engine(String method, String path, String json) {
        var request = request("/camunda/api/engine/engine/" + engine + path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return send(request.build());
    }

    public Page script(String path) {
        return send(request(path).header("Accept", "application/json").build());
    }

    /** Opens Tasklist, Cockpit or Admin of this engine. */
    public Page open(String application) {
        return get("/camunda/app/" + application + "/" + engine + "/");
    }

    private HttpRequest.Builder request(String path) {
        var address = base.resolve(path.replaceFirst("^" + TestRealm.PUBLIC_ADDRESS, ""));
        var request = HttpRequest.newBuilder(address)
                .header("Accept-Language", language)
                .timeout(Duration.ofSeconds(30));
        if (behindProxy && address.getAuthority().equals(base.getAuthority())) {
            request.header("X-Forwarded-Proto", "https")
                    .header(
                            "X-Forwarded-Host",
                            URI.create(TestRealm.PUBLIC_ADDRESS).getHost())
                    .header("X-Forwarded-Port", "443")
                    .header("X-Forwarded-For", "203.0.113.7");
        }
        return request;
    }

    private Page follow(HttpRequest.Builder request) {
        var page = send(request.build());
        for (var i = 0; page.status() / 100 == 3 && i < MAX_REDIRECTS; i++) {
            page = send(request(page.address().resolve(page.header("Location")).toString())
                    .header("Accept", "text/html")
                    .build());
        }
        return page;
    }

    private Page send(HttpRequest request) {
        try {
            wentTo.add(request.uri());
            var answer = http.send(request, BodyHandlers.ofString());
            cookies.getCookieStore().getCookies().forEach(Visitor::sendOnLoopback);
            pages.add(new Page(request.uri(), answer.statusCode(), answer.body(), answer));
            return pages.get(pages.size() - 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends secure cookies to loopback without TLS, as browsers do. */
    private static void sendOnLoopback(HttpCookie cookie) {
        cookie.setSecure(false);
    }
}
