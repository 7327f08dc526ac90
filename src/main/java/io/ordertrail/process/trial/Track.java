package io.ordertrail.process.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.file.ProcessFiles;

/** Where synthetic orders came along: the elements of the last walk, and the flows of all. */
final class Track extends AbstractBpmnParseListener {

    /** An order that has ended comes to an element with another state, which the order refuses. */
    static final class Ended extends RuntimeException {

        Ended(OrderState state) {
            super(state.name());
        }
    }

    private final Map<String, OrderState> states;
    private OrderState state;

    private final Set<String> flows = new LinkedHashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<String> entered = new ArrayList<>();

    Track(Map<String, OrderState> states) {
        this.states = states;
    }

    void begin() {
        entered.clear();
        state = null;
    }

    boolean isIn(OrderState sought) {
        return state == sought;
    }

    boolean hasEnded() {
        return state != null && state.ended();
    }

    /** Moves as an order does: it goes only forward once goods have left, and no further once it has ended. */
    private void enter(String element) {
        entered.add(element);
        var next = states.get(element);
        if (next == null || next == state) {
            return;
        }
        if (hasEnded()) {
            throw new Ended(state);
        }
        if (state == null || state.beforeShipping() || next.compareTo(state) > 0) {
            state = next;
        }
    }

    /** The element that was entered last; empty when none was. */
    String last() {
        return entered.isEmpty() ? "" : entered.get(entered.size() - 1);
    }

    String beforeLast() {
        return entered.size() < 2 ? "" : entered.get(entered.size() - 2);
    }

    List<String> missed() {
        return flows.stream().filter(flow -> !taken.contains(flow)).toList();
    }

    String fileOf(ProcessFiles files, String element) {
        return files.diagrams().stream()
                .filter(diagram -> diagram.model().getModelElementById(element) != null)
                .map(ProcessFiles.Diagram::file)
                .findFirst()
                .orElse(files.diagrams().get(0).file());
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flows.add(flow.getId());
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> taken.add(flow.getId()));
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        listen(definition);
    }

    private void listen(ScopeImpl scope) {
        scope.getActivities().forEach(activity -> {
            activity.addListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> enter(activity.getId()));
            listen(activity);
        });
    }
}
