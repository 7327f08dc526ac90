package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs commands of the product, each in a process of its own, which can be killed.
 *
 * @param folder where they work; backups, key and output are in it
 */
record CommandProcess(Path folder) {

    private static final long LONGEST_SECONDS = 120;

    long millisOf(String command, String... settings) throws Exception {
        var begun = System.nanoTime();
        assertThat(finished(command, settings)).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    int finished(String command, String... settings) throws Exception {
        var process = start(command, settings);
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    void killed(long afterMillis, String command, String... settings) throws Exception {
        var process = start(command, settings);
        process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private Process start(String command, String... settings) throws IOException {
        var words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                productAlone(),
                "io.ordertrail.Ordertrail"));
        words.addAll(Arrays.asList(command.split(" ")));
        words.add("--ordertrail.backup.folder=" + folder.resolve("backups"));
        words.add("--ordertrail.backup.key-file=" + folder.resolve("backup.key"));
        words.addAll(List.of(settings));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private static String productAlone() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
