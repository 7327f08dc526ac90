package io.ordertrail.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as the library reads them, only quicker. */
class ModelFilesTest {

    private static final String DEFINITIONS =
            "<definitions xmlns=\"%s\" name=\"n\" id=\"d\" namespace=\"n\">%s</definitions>";

    @ParameterizedTest
    @MethodSource
    void a_file_is_read_as_the_library_reads_it(Path file) throws Exception {
        var diagram = file.toString().endsWith(".bpmn");
        var ours = read(file, diagram ? ModelFiles::diagram : ModelFiles::tables);
        var theirs = read(file, diagram ? Bpmn::readModelFromStream : Dmn::readModelFromStream);
        assertThat(written(ours)).hasSizeGreaterThan(1000).isEqualTo(written(theirs));
    }

    static Stream<Path> a_file_is_read_as_the_library_reads_it() throws IOException {
        return Files.list(Path.of("bpmn"))
                .filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                .sorted();
    }

    @Test
    void an_element_is_found_by_its_id() throws IOException {
        var diagram = ModelFiles.diagram(Files.newInputStream(Path.of("bpmn/order-fulfilment.bpmn")));
        assertThat(diagram.<FlowNode>getModelElementById("checkOrder").getName())
                .isEqualTo("Check order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/"
            })
    void a_table_of_each_version_is_read_and_held_to_its_schema(String version) {
        assertThat(ModelFiles.tables(file(DEFINITIONS.formatted(version, "<decision name=\"d\" id=\"e\" />")))
                        .getDefinitions()
                        .getDrgElements())
                .hasSize(1);
        assertThatThrownBy(() -> ModelFiles.tables(file(DEFINITIONS.formatted(version, "<decision unknown=\"d\" />"))))
                .isInstanceOf(ModelException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<definitions",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" />",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                        + "<process id=\"p\"><nothing /></process></definitions>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                        + "<process id=\"p\" name=\"&x;\" /></definitions>"
            })
    void what_is_no_diagram_is_refused(String text) {
        assertThatThrownBy(() -> ModelFiles.diagram(file(text))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> Bpmn.readModelFromStream(file(text))).isInstanceOf(ModelException.class);
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ModelInstance read(Path file, Function<InputStream, ModelInstance> reader) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return reader.apply(content);
        }
    }

    /** The file with every attribute that the schema adds. */
    private static String written(ModelInstance model) throws TransformerException {
        var text = new StringWriter();
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(model.getDocument().getDomSource(), new StreamResult(text));
        return text.toString();
    }
}
