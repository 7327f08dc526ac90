package io.ordertrail.process.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.process.engine.ImportOrders;

/** The diagrams, tables and forms of the product's own bundle, and copies of them in which something is wrong. */
public final class ShippedFiles {

    private ShippedFiles() {}

    public static Map<String, byte[]> all() {
        var files = new TreeMap<String, byte[]>();
        for (var kind : new String[][] {{"bpmn", ".bpmn"}, {"bpmn", ".dmn"}, {"forms", ".form"}}) {
            files(kind[0], kind[1])
                    .forEach(file ->
                            files.put(file.getFileName().toString(), read(file).getBytes(StandardCharsets.UTF_8)));
        }
        files.keySet().removeAll(ImportOrders.FILES);
        return files;
    }

    public static String text(String file) {
        return new String(all().get(file), StandardCharsets.UTF_8);
    }

    /** All files, one of them changed: the text has to be there, or the copy is not wrong at all. */
    public static Map<String, byte[]> with(String file, String found, String instead) {
        var text = text(file);
        if (!text.contains(found)) {
            throw new IllegalArgumentException(file + " has no " + found);
        }
        var files = all();
        files.put(file, text.replace(found, instead).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The names that the product has, read from its sources and settings. */
    public static KnownNames known() {
        Set<String> delegates = files("src/main/java/io/ordertrail/process/task", "Delegate.java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
        Set<String> deadlines = Pattern.compile("(?m)^ {6}(\\w+): P")
                .matcher(read(Path.of("src/main/resources/application.yml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        return new KnownNames(delegates, deadlines);
    }

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
