package io.ordertrail.web.process;

import java.util.List;
import java.util.Map;

import io.ordertrail.process.picture.PagePicture;

/**
 * A page of a diagram as a picture.
 *
 * @param file of the diagram
 * @param page its key; empty for the page of the process
 */
record DiagramPictures(String file, String page, String name) {

    static List<DiagramPictures> of(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> PagePicture.of(file.getValue()).stream()
                        .map(page -> new DiagramPictures(file.getKey(), page.key(), page.name())))
                .toList();
    }
}
