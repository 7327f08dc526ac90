package io.ordertrail.process.bundle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.trial.Trial;

/**
 * The last trials. A trial depends on the files alone and takes seconds, so files that were tried when they were
 * uploaded are not tried again when they are put in force.
 */
@Component
class Trials {

    private static final int KEPT = 50;

    private final Cache<Map<String, String>, List<ProcessFinding>> made =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    List<ProcessFinding> findings(Map<String, byte[]> files) {
        return made.get(hashes(files), hashes -> Trial.findings(ProcessFiles.of(files)));
    }

    private static Map<String, String> hashes(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> StoredFile.hash(file.getValue())));
    }
}
