package io.ordertrail.process.picture;

import java.io.ByteArrayInputStream;
import java.util.List;

import org.camunda.bpm.model.xml.ModelException;

import io.ordertrail.platform.engine.ModelFiles;
import io.ordertrail.process.picture.page.DiagramPage;

/**
 * A page of an uploaded diagram.
 *
 * @param key the id of the sub-process that it shows; empty for the page of the process
 * @param name of the process or sub-process
 * @param svg the picture
 */
public record PagePicture(String key, String name, String svg) {

    /** The pages of a diagram; none when it cannot be read or drawn. */
    public static List<PagePicture> of(byte[] diagram) {
        try {
            return DiagramPage.of(ModelFiles.diagram(new ByteArrayInputStream(diagram))).stream()
                    .map(page ->
                            new PagePicture(page.subProcess().orElse(""), page.name(), new ProcessPicture(page).svg()))
                    .toList();
        } catch (ModelException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
