package io.ordertrail.process.check;

import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.UserTask;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A task asks for a form that is not there, or for one that does not come with its diagram. */
final class TaskForms implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(UserTask.class)
                        .filter(task -> task.getCamundaFormRef() != null)
                        .flatMap(task -> ofTask(diagram, task, files)));
    }

    private static Stream<ProcessFinding> ofTask(Diagram diagram, UserTask task, ProcessFiles files) {
        var form = task.getCamundaFormRef();
        var name = Elements.name(task);
        if (files.form(form).isEmpty()) {
            return Stream.of(ProcessFinding.refuse(diagram.file(), task.getId(), "form.unknown", name, form));
        }
        return "deployment".equals(task.getCamundaFormRefBinding())
                ? Stream.empty()
                : Stream.of(ProcessFinding.refuse(
                        diagram.file(), task.getId(), "form.binding", name, task.getCamundaFormRefBinding()));
    }
}
