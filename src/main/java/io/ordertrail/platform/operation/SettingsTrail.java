package io.ordertrail.platform.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;

/**
 * Records in the trail of changes which settings are not those of the last start. A setting changes in a file or in the
 * environment, so the trail names the account and the machine of the start. It never records a secret.
 */
@Component
class SettingsTrail {

    private static final Subject SETTINGS = new Subject(Subject.Kind.SETTINGS, "ordertrail");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|credential|key|url).*");

    private final Environment environment;
    private final ChangeLog log;
    private final Changes changes;
    private final Actor actor;

    SettingsTrail(Environment environment, ChangeLog log, Changes changes, Actor actor) {
        this.environment = environment;
        this.log = log;
        this.changes = changes;
        this.actor = actor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void record() {
        var before = recorded();
        log.record(
                actor.stamp().inNameOf(starter()),
                SETTINGS,
                before.isEmpty() ? Act.CREATED : Act.CHANGED,
                differences(before, current()));
    }

    private Map<String, String> recorded() {
        var settings = new TreeMap<String, String>();
        changes.history(SETTINGS.kind(), SETTINGS.code())
                .forEach(change -> settings.put(
                        change.difference().field(), change.difference().current()));
        return settings;
    }

    private Map<String, String> current() {
        var settings = new TreeMap<String, String>();
        Binder.get(environment)
                .bind("ordertrail", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> settings.put("ordertrail." + name, readable(name, value)));
        return settings;
    }

    private static String readable(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return SECRET.matcher(name).matches() ? "…" : value;
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var differences = new ArrayList<Difference>();
        names.stream()
                .map(name -> new Difference(null, name, before.get(name), after.get(name)))
                .filter(one -> !Objects.equals(one.former(), one.current()))
                .forEach(differences::add);
        return differences;
    }

    private static String starter() {
        try {
            return System.getProperty("user.name") + "@"
                    + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return System.getProperty("user.name");
        }
    }
}
