package io.ordertrail.process.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the diagrams of a folder. {@code bpmn/draw} runs it. */
final class DrawPictures {

    public static void main(String... folders) throws IOException {
        for (var folder : folders) {
            for (var picture : PictureFiles.drawn(Path.of(folder)).entrySet()) {
                Files.writeString(picture.getKey(), picture.getValue());
                System.out.println(picture.getKey());
            }
        }
    }

    private DrawPictures() {}
}
