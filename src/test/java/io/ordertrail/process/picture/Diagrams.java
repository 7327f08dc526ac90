package io.ordertrail.process.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The diagrams that tests of pictures read. */
public final class Diagrams {

    /** One of the small diagrams that are stored with the tests. */
    public static BpmnModelInstance sample(String name) {
        return Bpmn.readModelFromStream(
                Diagrams.class.getResourceAsStream("/io/ordertrail/process/picture/" + name + ".bpmn"));
    }

    public static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    /** The files of the product's own diagrams, or of their pictures. */
    public static List<Path> own(String suffix) {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Diagrams() {}
}
