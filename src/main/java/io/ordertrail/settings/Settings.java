package io.ordertrail.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** The settings of this start as they are written, before they are bound. Collects their faults. */
public final class Settings {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|credential).*");

    private final ConfigurableEnvironment environment;
    private final Map<String, String> faults = new LinkedHashMap<>();

    public Settings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    public boolean isActive(String profile) {
        return environment.acceptsProfiles(Profiles.of(profile));
    }

    /** The value; empty when the setting, or a variable that it refers to, is not set. */
    public Optional<String> value(String name) {
        return hasUnsetVariable(name)
                ? Optional.empty()
                : Optional.ofNullable(environment.getProperty(name)).map(String::strip);
    }

    /** The last parts of the names of all settings with this prefix. */
    public Set<String> namesBelow(String prefix) {
        return new Binder(ConfigurationPropertySources.get(environment))
                .bind(prefix, Bindable.mapOf(String.class, String.class))
                .map(Map::keySet)
                .orElse(Set.of());
    }

    /**
     * Adds a fault when the value does not pass or refers to a variable that is not set. A setting that is not set at
     * all is no fault.
     */
    public void expect(String name, String expected, Predicate<String> passes) {
        if (hasUnsetVariable(name) || value(name).filter(passes.negate()).isPresent()) {
            addFault(name, expected);
        }
    }

    /**
     * Expects a whole number from {@code least} to {@code most}, both included; empty when it is not set or not valid.
     */
    public OptionalLong number(String name, long least, long most) {
        Predicate<String> passes =
                value -> value.matches("\\d{1,15}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
        expect(name, "a whole number from " + least + " to " + most, passes);
        return value(name)
                .filter(passes)
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }

    /** Adds a fault. Of two faults of one variable only the first is reported. */
    public void addFault(String name, String expected) {
        faults.putIfAbsent(
                variable(name), name + " is " + found(name) + ". Expected: " + expected + ". Set by " + variable(name));
    }

    /** One sentence for each fault, also for settings of files that no check has read. */
    public List<String> faults() {
        environment.getPropertySources().stream()
                .filter(OriginTrackedMapPropertySource.class::isInstance)
                .flatMap(file -> Stream.of(((OriginTrackedMapPropertySource) file).getPropertyNames()))
                .distinct()
                .forEach(name -> expect(name, "a value", value -> true));
        return List.copyOf(faults.values());
    }

    /** Tells whether the setting refers to a variable without default that is not set or blank. */
    private boolean hasUnsetVariable(String name) {
        return written(name)
                .limit(1)
                .flatMap(Settings::variables)
                .filter(variable -> variable.group(2) == null)
                .anyMatch(variable ->
                        environment.getProperty(variable.group(1), "").isBlank());
    }

    /** The variable that our file refers to, or else the one that Spring reads for the setting. */
    private String variable(String name) {
        return written(name)
                .flatMap(Settings::variables)
                .map(variable -> variable.group(1))
                .findFirst()
                .orElseGet(() -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
    }

    /** The values of all sources as they are written, by precedence. */
    private Stream<String> written(String name) {
        var key = ConfigurationPropertyName.adapt(name, '.');
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .flatMap(source -> Stream.ofNullable(source.getConfigurationProperty(key)))
                .map(property -> String.valueOf(property.getValue()));
    }

    private static Stream<MatchResult> variables(String written) {
        return VARIABLE.matcher(written).results();
    }

    /** Describes the value without secrets, neither as the value itself nor within a URL. */
    private String found(String name) {
        if (value(name).isEmpty()) {
            return "not set";
        }
        var value = value(name)
                .get()
                .replaceAll("//[^/@]*@", "//...@")
                .replaceAll("[?;].*", "")
                .replaceAll("\\p{Cntrl}", " ");
        return SECRET.matcher(name).matches() ? "something else" : '"' + value + '"';
    }
}
