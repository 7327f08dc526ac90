package io.ordertrail.platform.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The part of Keycloak that renews a sign-in: keys, tokens signed with them, and the end of a session. Its refresh
 * tokens can be used once, and a second use ends the sign-in, as in a Keycloak that revokes refresh tokens.
 */
class SmallKeycloak implements AutoCloseable {

    /** How it answers. */
    enum Behavior {
        NORMAL,
        FAILING,
        REFUSING_US,
        SILENT
    }

    private static final String PATH = "/realms/small/protocol/openid-connect/";
    /** The same for all, as it takes most of a second to find one. */
    private static final RSAKey KEY = newKey("first");

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    volatile Behavior behavior = Behavior.NORMAL;
    volatile boolean disabled;
    volatile List<String> groups = List.of("/sales");
    volatile String subject = "4711";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private int round;

    SmallKeycloak() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(PATH + "certs", call -> answer(call, () -> new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext(PATH + "token", call -> answer(call, this::renewed));
        server.createContext(PATH + "logout", call -> answer(call, () -> ""));
        server.start();
    }

    KeycloakSettings settings() {
        return settings(Duration.ofSeconds(30));
    }

    KeycloakSettings settings(Duration patience) {
        return new KeycloakSettings(
                issuer(),
                issuer(),
                "ordertrail",
                "not a secret",
                Duration.ofSeconds(40),
                patience,
                Duration.ofHours(12));
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/small";
    }

    RSAKey key() {
        return KEY;
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the claims of an ID token; an access token needs another {@code typ}. */
    JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("ordertrail")
                .claim("azp", "ordertrail")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("typ", "ID")
                .claim("preferred_username", "sam")
                .claim("given_name", "Sam")
                .claim("family_name", "Sales")
                .claim("groups", groups);
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, KEY);
    }

    static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized String renewed() {
        var expected = "round-" + round;
        if (disabled || !asked.get(asked.size() - 1).contains("refresh_token=" + expected)) {
            disabled = true;
            return null;
        }
        round++;
        return "{\"id_token\":\"%s\",\"refresh_token\":\"round-%d\",\"access_token\":\"x\"}"
                .formatted(signed(claims()), round);
    }

    private void answer(HttpExchange call, Supplier<String> body) throws IOException {
        asked.add(call.getRequestURI().getPath().substring(PATH.length()) + " "
                + new String(call.getRequestBody().readAllBytes()));
        switch (behavior) {
            case FAILING -> respond(call, 503, "busy");
            case REFUSING_US -> respond(call, 401, "{\"error\":\"unauthorized_client\"}");
            case SILENT -> keepSilent();
            case NORMAL -> {
                var text = body.get();
                respond(
                        call,
                        text == null ? 400 : 200,
                        text == null ? "{\"error\":\"invalid_grant\",\"error_description\":\"User disabled\"}" : text);
            }
        }
    }

    private void keepSilent() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange call, int status, String body) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        call.getResponseBody().write(body.getBytes());
        call.close();
    }

    long asked(String what) {
        return List.copyOf(asked).stream().filter(call -> call.startsWith(what)).count();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
