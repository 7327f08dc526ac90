package io.ordertrail.platform.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.CurrentActor;
import io.ordertrail.platform.access.WithLocalSignIn;
import io.ordertrail.platform.engine.People;

/**
 * Offers a link in the log of a system without an administrator. The link creates one administrator and is valid until
 * the application ends.
 */
@Component
@WithLocalSignIn
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final People people;
    private final CurrentActor actor;
    private final AtomicReference<byte[]> keyHash = new AtomicReference<>();

    FirstAdministrator(People people, CurrentActor actor) {
        this.people = people;
        this.actor = actor;
    }

    @EventListener
    void offer(ApplicationReadyEvent ready) {
        if (people.haveAdministrator()) {
            return;
        }
        var port =
                ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        LOG.info(
                "There is no administrator yet. Create the first one, once, at "
                        + "http://127.0.0.1:{}/first-administrator?key={}",
                port,
                newKey());
    }

    /** Returns a new key; only its hash is stored. */
    String newKey() {
        var key = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32).generateKey();
        keyHash.set(hash(key));
        return key;
    }

    boolean isOffered() {
        return keyHash.get() != null;
    }

    boolean accepts(String key) {
        var expected = keyHash.get();
        return expected != null && MessageDigest.isEqual(expected, hash(key));
    }

    /** Uses up the key first, so that only one of two simultaneous callers creates the administrator. */
    boolean create(String key, String name, String password) {
        var expected = keyHash.get();
        if (!accepts(key) || !keyHash.compareAndSet(expected, null) || people.haveAdministrator()) {
            return false;
        }
        actor.as(name, () -> people.addAdministrator(name, password)); // the trail says who did it
        LOG.info("The first administrator was created");
        return true;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
