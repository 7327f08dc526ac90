package io.ordertrail.journey;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** A person who has signed in and uses Tasklist, with the cookies and tokens that a browser would send. */
public class TasklistSession {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;
    private final String language;
    private boolean tokens = true;

    public record Answer(int status, String body) {}

    private TasklistSession(int port, String language) {
        this.server = "http://127.0.0.1:" + port;
        this.language = language;
    }

    public static TasklistSession stranger(int port) {
        return new TasklistSession(port, "en");
    }

    public static TasklistSession signedIn(int port, String name, String password, String language) {
        var browser = new TasklistSession(port, language);
        var token = FORM_TOKEN.matcher(
                browser.send("GET", "/sign-in", "text/html", null).body());
        if (!token.find()) {
            throw new IllegalStateException("The page to sign in has no token");
        }
        browser.send(
                "POST",
                "/sign-in",
                "application/x-www-form-urlencoded",
                "username=" + name + "&password=" + password + "&_csrf=" + token.group(1));
        browser.send("GET", TASKLIST, "text/html", null);
        return browser;
    }

    /** From now on sends all cookies but not the CSRF token. */
    public TasklistSession withoutToken() {
        tokens = false;
        return this;
    }

    /**
     * Calls the engine as the scripts of Tasklist do.
     *
     * @param path below the engine, such as {@code /task}
     */
    public Answer engine(String method, String path, String json) {
        return send(method, ENGINE + path, "application/json", json);
    }

    public Answer get(String path) {
        return send("GET", path, "application/json", null);
    }

    /** The value of a header of an answer; empty when it has none. */
    public String header(String path, String name) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(server + path))
                                    .header("Accept", "application/json")
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue(name)
                    .orElse("");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an event stream. */
    public HttpResponse<InputStream> stream(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server + path))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(String method, String path, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", type.equals("application/json") ? type : "text/html")
                .header("Accept-Language", language)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> tokens && cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
