package io.ordertrail.process.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How long the steps of a process, and all of it, may take on each day. */
public final class Targets {

    private final Map<String, NavigableMap<LocalDate, Optional<Duration>>> said = new HashMap<>();
    private final Map<String, Duration> otherwise;

    /**
     * @param said what people said, for days
     * @param otherwise what holds on days for which nobody said anything, by the id of the step
     */
    Targets(Collection<Target> said, Map<String, Duration> otherwise) {
        this.otherwise = Map.copyOf(otherwise);
        said.forEach(target -> this.said
                .computeIfAbsent(target.step(), step -> new TreeMap<>())
                .put(target.from(), Optional.ofNullable(target.duration())));
    }

    /** How long a step may take that ends on a day; {@link Target#WHOLE} asks for all of the process. */
    public Optional<Duration> on(LocalDate day, String step) {
        return Optional.ofNullable(said.get(step))
                .map(days -> days.floorEntry(day))
                .map(Map.Entry::getValue)
                .orElseGet(() -> Optional.ofNullable(otherwise.get(step)));
    }

    public boolean isOver(LocalDate day, String step, Duration took) {
        return on(day, step).filter(target -> took.compareTo(target) > 0).isPresent();
    }

    /** The shortest of all: what took no longer is over none. */
    Optional<Duration> shortest() {
        return Stream.concat(
                        said.values().stream()
                                .flatMap(days -> days.values().stream().flatMap(Optional::stream)),
                        otherwise.values().stream())
                .min(Duration::compareTo);
    }
}
