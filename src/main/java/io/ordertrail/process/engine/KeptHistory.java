package io.ordertrail.process.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Keeps no free text in the history of the engine, where it would stay for years and could name anybody. The timeline of
 * the order has the reason. Fields of forms with free texts have names that end with {@value #FREE_TEXT}.
 */
class KeptHistory extends DbHistoryEventHandler {

    static final String FREE_TEXT = "Reason";

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable && isFreeText(variable.getVariableName())) {
            variable.setTextValue(null);
            variable.setTextValue2(null);
        }
        if (event instanceof HistoricFormPropertyEventEntity field && isFreeText(field.getPropertyId())) {
            field.setPropertyValue(null);
        }
        super.handleEvent(event);
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean isFreeText(String name) {
        return name != null && name.endsWith(FREE_TEXT);
    }
}
