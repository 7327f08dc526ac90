package io.ordertrail.process.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How long the steps of a process, and all of it, may take on each day. */
public final class Targets {

    private final Map<String, NavigableMap<LocalDate, Optional<Duration>>> said = new HashMap<>();
    private final Map<String, Duration> otherwise;
    private final UnaryOperator<String> newest;

    /**
     * @param said what people said, for days
     * @param otherwise what holds on days for which nobody said anything, by the id of the step
     * @param newest tells by which id steps are known here, whichever one they had
     */
    Targets(Collection<Target> said, Map<String, Duration> otherwise, UnaryOperator<String> newest) {
        this.newest = newest;
        this.otherwise = Map.copyOf(otherwise);
        said.forEach(target -> this.said
                .computeIfAbsent(target.step(), step -> new TreeMap<>())
                .put(target.from(), Optional.ofNullable(target.duration())));
    }

    /** How long a step may take that ends on a day; {@link Target#WHOLE} asks for all of the process. */
    public Optional<Duration> on(LocalDate day, String anyId) {
        var step = newest.apply(anyId);
        return Optional.ofNullable(said.get(step))
                .map(days -> days.floorEntry(day))
                .map(Map.Entry::getValue)
                .orElseGet(() -> Optional.ofNullable(otherwise.get(step)));
    }

    public boolean isOver(LocalDate day, String step, Duration took) {
        return on(day, step).filter(target -> took.compareTo(target) > 0).isPresent();
    }

    /** The shortest that a step ever had: what took no longer is not over it. */
    Optional<Duration> shortest(String step) {
        return Stream.concat(
                        said.getOrDefault(step, Collections.emptyNavigableMap()).values().stream()
                                .flatMap(Optional::stream),
                        Stream.ofNullable(otherwise.get(step)))
                .min(Duration::compareTo);
    }

    /** The shortest of all: what took no longer is over none. */
    public Optional<Duration> shortest() {
        return Stream.concat(
                        said.values().stream()
                                .flatMap(days -> days.values().stream().flatMap(Optional::stream)),
                        otherwise.values().stream())
                .min(Duration::compareTo);
    }
}
