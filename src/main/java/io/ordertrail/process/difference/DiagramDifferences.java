package io.ordertrail.process.difference;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** Steps and flows of diagrams that were added, changed or removed. */
final class DiagramDifferences {

    private static final String NONE = "–";

    private final Steps former;
    private final Steps later;

    private DiagramDifferences(Steps former, Steps later) {
        this.former = former;
        this.later = later;
    }

    static Stream<FileDifference> between(ProcessFiles former, ProcessFiles later) {
        return later.diagrams().stream()
                .flatMap(diagram -> sameProcess(former, diagram)
                        .map(before -> FileDifference.in(diagram.file(), between(before, diagram)))
                        .orElseGet(Stream::empty));
    }

    private static Optional<Diagram> sameProcess(ProcessFiles files, Diagram diagram) {
        var ids = diagram.processes().map(Process::getId).collect(Collectors.toSet());
        return files.diagrams().stream()
                .filter(one -> one.processes().map(Process::getId).anyMatch(ids::contains))
                .findFirst();
    }

    private static Stream<Difference> between(Diagram before, Diagram after) {
        var later = Steps.of(after);
        var former = Steps.of(before);
        former = former.under(SameSteps.in(former, later));
        return Stream.concat(
                new DiagramDifferences(former, later).steps(), new Flows(former, later).between(before, after));
    }

    private Stream<Difference> steps() {
        var added = later.nodes().values().stream()
                .filter(node -> !former.nodes().containsKey(node.getId()))
                .map(this::added);
        var removed = former.nodes().values().stream()
                .filter(node -> !later.nodes().containsKey(former.id(node)))
                .map(node -> Difference.of(Steps.kind(node) + ".removed", Steps.name(node)));
        var changed = later.nodes().values().stream()
                .filter(node -> former.nodes().containsKey(node.getId()))
                .flatMap(this::changed);
        return Stream.of(added, removed, changed).flatMap(one -> one);
    }

    private Difference added(FlowNode node) {
        return later.before(node)
                .map(before -> Difference.of(Steps.kind(node) + ".added-after", Steps.name(node), Steps.name(before)))
                .orElseGet(() -> Difference.of(Steps.kind(node) + ".added", Steps.name(node)));
    }

    private Stream<Difference> changed(FlowNode node) {
        var id = node.getId();
        var name = Steps.name(node);
        var formerId = former.nodes().get(id).getId();
        var formerName = Steps.name(former.nodes().get(id));
        return Stream.of(
                        Difference.unless(formerId.equals(id), "identified", name, formerId, id),
                        Difference.unless(formerName.equals(name), "renamed", formerName, name),
                        Difference.unless(
                                former.group(id).equals(later.group(id)),
                                "group",
                                name,
                                former.group(id),
                                later.group(id)),
                        Difference.unless(
                                former.lane(id).equals(later.lane(id)), "lane", name, former.lane(id), later.lane(id)),
                        settings(id, name),
                        Difference.unless(former.details(id).equals(later.details(id)), "details", name))
                .flatMap(one -> one);
    }

    private Stream<Difference> settings(String id, String name) {
        var before = former.settings(id);
        var after = later.settings(id);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .flatMap(setting -> Difference.unless(
                        before.getOrDefault(setting, NONE).equals(after.getOrDefault(setting, NONE)),
                        "setting",
                        name,
                        setting,
                        before.getOrDefault(setting, NONE),
                        after.getOrDefault(setting, NONE)));
    }
}
