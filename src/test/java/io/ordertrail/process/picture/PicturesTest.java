package io.ordertrail.process.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in bpmn/ show the diagrams as they are today. */
class PicturesTest {

    static Stream<Map.Entry<Path, String>> drawn() throws IOException {
        return PictureFiles.drawn(Path.of("bpmn")).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void a_picture_is_as_old_as_its_diagram(Map.Entry<Path, String> drawn) {
        assertThat(drawn.getKey()).as("drawn by bpmn/draw").exists();
        assertThat(drawn.getKey())
                .as("%s is old: run bpmn/draw", drawn.getKey())
                .hasContent(drawn.getValue());
    }

    @Test
    void no_picture_is_left_of_a_page_that_is_gone() throws IOException {
        assertThat(Diagrams.own(".svg"))
                .isSubsetOf(PictureFiles.drawn(Path.of("bpmn")).keySet());
    }

    @Test
    void each_page_is_written_to_a_file_of_its_own(@TempDir Path folder) throws IOException {
        Files.copy(
                Path.of("src/test/resources/io/ordertrail/process/picture/every-shape.bpmn"),
                folder.resolve("every-shape.bpmn"));
        DrawPictures.main(folder.toString());
        assertThat(folder.resolve("every-shape.svg"))
                .content()
                .contains("<title id=\"everyShapeCollaboration-title\">Every shape</title>");
        assertThat(folder.resolve("every-shape.resolve-shortage.svg"))
                .content()
                .contains("<title id=\"resolveShortage-title\">Resolve shortage</title>");
    }
}
