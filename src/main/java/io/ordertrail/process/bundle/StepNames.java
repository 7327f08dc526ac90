package io.ordertrail.process.bundle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import io.ordertrail.process.file.ProcessFiles;

/** What the steps of diagrams are called. */
public final class StepNames {

    private StepNames() {}

    /** The names of steps, events, gateways and flows by their ids. */
    public static Map<String, String> of(Map<String, byte[]> files) {
        var names = new TreeMap<String, String>();
        elements(files)
                .filter(element ->
                        element.getName() != null && !element.getName().isBlank())
                .forEach(element -> names.put(element.getId(), element.getName().replaceAll("\\s+", " ")));
        return names;
    }

    /** The tasks of people, in the sequence of the diagrams, and these further steps. */
    public static Map<String, String> ofTasks(Map<String, byte[]> files, Collection<String> further) {
        var names = of(files);
        var tasks = new LinkedHashMap<String, String>();
        elements(files)
                .filter(UserTask.class::isInstance)
                .forEach(task -> tasks.put(task.getId(), names.getOrDefault(task.getId(), task.getId())));
        further.forEach(step -> tasks.put(step, names.getOrDefault(step, step)));
        return tasks;
    }

    private static Stream<FlowElement> elements(Map<String, byte[]> files) {
        return ProcessFiles.of(files).diagrams().stream().flatMap(diagram -> diagram.all(FlowElement.class));
    }
}
