package io.ordertrail.process.check;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.file.Elements;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.process.file.ProcessFiles.Diagram;

/** A step calls a process that is none of ours, or does not tell the parcel which order and parcel it is. */
final class CalledProcesses implements ProcessRule {

    @Override
    public Stream<ProcessFinding> findings(ProcessFiles files, KnownNames known) {
        return files.diagrams().stream()
                .flatMap(diagram -> diagram.all(CallActivity.class).flatMap(call -> ofCall(diagram, call)));
    }

    private static Stream<ProcessFinding> ofCall(Diagram diagram, CallActivity call) {
        var name = Elements.name(call);
        if (!OrderFulfilment.PARCEL.equals(call.getCalledElement())) {
            return Stream.of(ProcessFinding.refuse(
                    diagram.file(),
                    call.getId(),
                    "call.process",
                    name,
                    String.valueOf(call.getCalledElement()),
                    OrderFulfilment.PARCEL));
        }
        var handed = handed(call);
        if (handed.stream().noneMatch(in -> in.getCamundaBusinessKey() != null)
                || handed.stream().noneMatch(in -> Variable.PARCEL.equals(in.getCamundaTarget()))) {
            return Stream.of(ProcessFinding.refuse(diagram.file(), call.getId(), "call.parcel", name));
        }
        return "deployment".equals(call.getCamundaCalledElementBinding())
                ? Stream.empty()
                : Stream.of(ProcessFinding.warn(diagram.file(), call.getId(), "call.binding", name));
    }

    private static List<CamundaIn> handed(CallActivity call) {
        return call.getExtensionElements() == null
                ? List.of()
                : List.copyOf(call.getExtensionElements().getChildElementsByType(CamundaIn.class));
    }
}
