package io.ordertrail.change;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

/** Records who takes rows out of the product: before the first one is sent, and how many they were. */
@Service
public class ExportLog {

    private final ChangeLog log;

    ExportLog(ChangeLog log) {
        this.log = log;
    }

    /**
     * Records that rows are about to be sent.
     *
     * @param list the name of what is sent
     * @param filter what the list was filtered by; what is empty says nothing
     */
    public void begin(String list, Enum<?> format, Record filter) {
        var about = Stream.concat(
                Stream.of(new Difference(null, "format", null, format.name())),
                Snapshot.of(filter).texts().entrySet().stream()
                        .filter(field -> !field.getValue().isBlank())
                        .map(field -> new Difference(null, field.getKey(), null, field.getValue())));
        record(list, about.toList());
    }

    /** Records how many rows were sent, also when the receiver did not wait for the last one. */
    public void end(String list, long rows) {
        record(list, List.of(new Difference(null, "rows", null, String.valueOf(rows))));
    }

    private void record(String list, List<Difference> differences) {
        log.record(new Subject(Subject.Kind.EXPORT, list), Act.EXPORTED, differences);
    }
}
