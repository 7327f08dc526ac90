package io.ordertrail.process.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.platform.engine.ModelFiles;
import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.deadline.StepDeadlines;

/**
 * The diagrams, tables and forms that come into force together, and what could not be read of them.
 *
 * @param contents the files by name
 */
public record ProcessFiles(
        Map<String, byte[]> contents,
        List<Diagram> diagrams,
        List<Table> tables,
        List<Form> forms,
        List<ProcessFinding> unreadable) {

    /** A diagram with one or several processes. */
    public record Diagram(String file, BpmnModelInstance model) {

        public <T extends ModelElementInstance> Stream<T> all(Class<T> kind) {
            return model.getModelElementsByType(kind).stream();
        }

        public Stream<Process> processes() {
            return all(Process.class);
        }
    }

    /** A file with decision tables. */
    public record Table(String file, DmnModelInstance model) {

        public Stream<Decision> decisions() {
            return model.getModelElementsByType(Decision.class).stream();
        }
    }

    /** A form of a user task. */
    public record Form(String file, JsonNode content) {

        public String id() {
            return content.path("id").asText();
        }

        /** The fields that a person fills in. */
        public Stream<JsonNode> fields() {
            return StreamSupport.stream(content.path("components").spliterator(), false)
                    .filter(component -> component.has("key"));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public static ProcessFiles of(Map<String, byte[]> contents) {
        var files = new ProcessFiles(
                new TreeMap<>(contents), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        files.contents.forEach(files::read);
        return files;
    }

    /** The engine reads a file by the end of its name, and asks for no dot before it. */
    public static boolean isDiagram(String file) {
        return file.endsWith("bpmn") || file.endsWith("bpmn20.xml");
    }

    public static boolean isTable(String file) {
        return file.endsWith("dmn") || file.endsWith("dmn11.xml");
    }

    public static boolean isForm(String file) {
        return file.endsWith("form");
    }

    public static boolean isDeadlines(String file) {
        return file.equals(StepDeadlines.FILE);
    }

    /** Tells whether a file of this name belongs to the process at all. */
    public static boolean isKnown(String file) {
        return isDiagram(file) || isTable(file) || isForm(file) || isDeadlines(file);
    }

    public Stream<Process> processes() {
        return diagrams.stream().flatMap(Diagram::processes);
    }

    /** The states that elements give an order, by the ids of the elements. */
    public Map<String, OrderState> orderStates() {
        var states = new HashMap<String, OrderState>();
        diagrams.stream()
                .flatMap(diagram -> diagram.all(FlowNode.class))
                .forEach(node -> GivenState.of(node).ifPresent(state -> states.put(node.getId(), state)));
        return states;
    }

    public Optional<Form> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    private void read(String file, byte[] content) {
        try {
            var stream = new ByteArrayInputStream(content);
            if (isDiagram(file)) {
                diagrams.add(new Diagram(file, ModelFiles.diagram(stream)));
            } else if (isTable(file)) {
                tables.add(new Table(file, ModelFiles.tables(stream)));
            } else if (isForm(file)) {
                forms.add(new Form(file, JSON.readTree(stream)));
            } else if (!isDeadlines(file)) {
                unreadable.add(ProcessFinding.warn(file, null, "file.ignored"));
            }
        } catch (ModelException | IOException e) {
            unreadable.add(ProcessFinding.refuse(file, null, "file.unreadable"));
        }
    }
}
