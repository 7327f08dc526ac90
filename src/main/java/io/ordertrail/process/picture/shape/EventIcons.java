package io.ordertrail.process.picture.shape;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** What an event waits for or tells, as an icon. */
final class EventIcons {

    private static final Map<Class<? extends EventDefinition>, Icon> ICONS = Map.of(
            MessageEventDefinition.class,
            Icon.ENVELOPE,
            TimerEventDefinition.class,
            Icon.CLOCK,
            ErrorEventDefinition.class,
            Icon.LIGHTNING,
            CancelEventDefinition.class,
            Icon.CROSS,
            TerminateEventDefinition.class,
            Icon.DISC,
            SignalEventDefinition.class,
            Icon.TRIANGLE,
            EscalationEventDefinition.class,
            Icon.CHEVRON,
            CompensateEventDefinition.class,
            Icon.REWIND,
            ConditionalEventDefinition.class,
            Icon.SHEET,
            LinkEventDefinition.class,
            Icon.ARROW);

    /** One icon, or none for an event that waits for nothing in particular. */
    static Stream<Icon> of(Event event) {
        Collection<EventDefinition> definitions = event.getChildElementsByType(EventDefinition.class);
        return definitions.size() > 1
                ? Stream.of(Icon.PENTAGON)
                : definitions.stream().flatMap(EventIcons::of);
    }

    private static Stream<Icon> of(EventDefinition definition) {
        return ICONS.entrySet().stream()
                .filter(icon -> icon.getKey().isInstance(definition))
                .map(Map.Entry::getValue);
    }

    private EventIcons() {}
}
