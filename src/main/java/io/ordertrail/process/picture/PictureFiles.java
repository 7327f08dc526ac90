package io.ordertrail.process.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.Bpmn;

import io.ordertrail.process.picture.page.DiagramPage;

/** The pictures of a folder's diagrams: {@code parcel.svg} for a diagram's own page, {@code parcel.some-sub-process.svg} for another. */
final class PictureFiles {

    private static final String DIAGRAM = ".bpmn";

    /** What the pictures of a folder are today, by their files. */
    static Map<Path, String> drawn(Path folder) throws IOException {
        var pictures = new TreeMap<Path, String>();
        for (var diagram : diagrams(folder)) {
            DiagramPage.of(Bpmn.readModelFromFile(diagram.toFile()))
                    .forEach(page ->
                            pictures.put(diagram.resolveSibling(name(diagram, page)), new ProcessPicture(page).svg()));
        }
        return pictures;
    }

    private static List<Path> diagrams(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(DIAGRAM))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path diagram, DiagramPage page) {
        var name = diagram.getFileName().toString();
        return name.substring(0, name.length() - DIAGRAM.length())
                + page.subProcess().map(id -> "." + kebabCase(id)).orElse("") + ".svg";
    }

    private static String kebabCase(String id) {
        return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private PictureFiles() {}
}
