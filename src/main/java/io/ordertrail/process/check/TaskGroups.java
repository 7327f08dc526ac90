package io.ordertrail.process.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A task is offered to a group that nobody is in, to none, or to another one than its lane says. */
final class TaskGroups implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(UserTask.class).flatMap(task -> ofTask(diagram, task)));
    }

    private static Stream<ProcessFinding> ofTask(Diagram diagram, UserTask task) {
        var groups = task.getCamundaCandidateGroupsList();
        var name = Elements.name(task);
        var expected = Words.list(KnownNames.groups());
        if (groups.isEmpty()) {
            return Stream.of(ProcessFinding.refuse(diagram.file(), task.getId(), "group.none", name, expected));
        }
        return Stream.concat(
                groups.stream()
                        .filter(group -> !KnownNames.groups().contains(group.strip()))
                        .map(group -> ProcessFinding.refuse(
                                diagram.file(), task.getId(), "group.unknown", name, group, expected)),
                groupOfLane(task)
                        .filter(group -> !groups.contains(group))
                        .map(group -> ProcessFinding.warn(
                                diagram.file(), task.getId(), "group.lane", name, Words.list(groups), group))
                        .stream());
    }

    /** The group is the name of the lane in kebab-case. */
    private static Optional<String> groupOfLane(UserTask task) {
        Optional<Lane> lane = Elements.lane(task);
        return lane.map((BaseElement drawn) ->
                Elements.name(drawn).toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
