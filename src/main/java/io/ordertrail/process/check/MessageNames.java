package io.ordertrail.process.check;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A step waits for a message that nobody sends, or nothing waits for one that is sent. */
final class MessageNames implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return Stream.concat(
                files.diagrams().stream().flatMap(MessageNames::unknown),
                files.diagrams().isEmpty() ? Stream.empty() : missing(files));
    }

    private static Stream<ProcessFinding> unknown(Diagram diagram) {
        return waitedFor(diagram)
                .filter(message -> !KnownNames.messages().contains(message.getName()))
                .map(message -> ProcessFinding.refuse(
                        diagram.file(),
                        message.getId(),
                        "message.unknown",
                        String.valueOf(message.getName()),
                        Words.list(KnownNames.messages())));
    }

    private static Stream<ProcessFinding> missing(ProcessFiles files) {
        Set<String> received = files.diagrams().stream()
                .flatMap(MessageNames::waitedFor)
                .map(Message::getName)
                .collect(Collectors.toSet());
        return KnownNames.messages().stream()
                .filter(name -> !received.contains(name))
                .map(name -> ProcessFinding.refuse(files.diagrams().get(0).file(), null, "message.missing", name));
    }

    private static Stream<Message> waitedFor(Diagram diagram) {
        return Stream.concat(
                        diagram.all(ReceiveTask.class).map(ReceiveTask::getMessage),
                        diagram.all(MessageEventDefinition.class).map(MessageEventDefinition::getMessage))
                .filter(Objects::nonNull);
    }
}
