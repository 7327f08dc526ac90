package io.ordertrail.process.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;

/** A step is gone that the product, its pages or its data name by its id. */
final class ElementIds implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        if (files.diagrams().isEmpty()) {
            return Stream.empty();
        }
        Set<String> drawn = files.diagrams().stream()
                .flatMap(diagram -> diagram.all(FlowNode.class))
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
        return KnownNames.elements().stream()
                .filter(id -> !drawn.contains(id))
                .map(id -> ProcessFinding.refuse(files.diagrams().get(0).file(), id, "element.missing", id));
    }
}
