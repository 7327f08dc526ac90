package io.ordertrail.process.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.audit.OrderFault;
import io.ordertrail.audit.OrderInstances;
import io.ordertrail.order.book.OrderState;

/**
 * Compares open orders with the instances that drive them. It reads batches by key in one snapshot: the engine's tables
 * have another collation than ours, and a join would use no index.
 */
@Component
class CompareInstances implements OrderInstances {

    private static final int BATCH = 500;
    private static final int TIMEOUT_SECONDS = 600;
    private static final List<String> ENDED = Stream.of(OrderState.values())
            .filter(OrderState::ended)
            .map(OrderState::name)
            .toList();

    private record OpenOrder(String number, String instance, OrderState state) {}

    private record Step(String instance, String definition, String activity) {}

    private final JdbcClient database;
    private final StepStates states;
    private final TransactionTemplate snapshot;

    CompareInstances(JdbcClient database, StepStates states, PlatformTransactionManager transactions) {
        this.database = database;
        this.states = states;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(TIMEOUT_SECONDS);
    }

    @Override
    public List<OrderFault> faults() {
        return snapshot.execute(status -> {
            var faults = new ArrayList<OrderFault>();
            for (var batch = after(""); !batch.isEmpty(); batch = after(lastOf(batch))) {
                faults.addAll(compare(batch));
            }
            return faults;
        });
    }

    private List<OrderFault> compare(List<OpenOrder> orders) {
        var steps = steps(orders.stream().map(OpenOrder::instance).toList());
        return orders.stream()
                .flatMap(order -> fault(order, steps.getOrDefault(order.instance(), List.of())).stream())
                .toList();
    }

    private Optional<OrderFault> fault(OpenOrder order, List<Step> steps) {
        if (steps.isEmpty()) {
            return Optional.of(new OrderFault(order.number(), "is " + order.state() + ", but its process has ended"));
        }
        return order.state().beforeShipping() ? contradiction(order, steps) : Optional.empty();
    }

    /** Once goods have left, an order keeps its state while its process goes back for the rest. */
    private Optional<OrderFault> contradiction(OpenOrder order, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.activity() != null)
                .filter(step -> states.of(step.definition(), step.activity())
                        .filter(state -> state != order.state())
                        .isPresent())
                .findFirst()
                .map(step -> new OrderFault(
                        order.number(), "is " + order.state() + ", but its process waits at " + step.activity()));
    }

    private List<OpenOrder> after(String number) {
        return database.sql("""
                  select number, process_instance, state from customer_order
                  where state not in (:ended) and number > :after order by number limit :batch""")
                .param("ended", ENDED)
                .param("after", number)
                .param("batch", BATCH)
                .query((row, i) -> new OpenOrder(
                        row.getString("number"),
                        row.getString("process_instance"),
                        OrderState.valueOf(row.getString("state"))))
                .list();
    }

    /**
     * The executions of the orders' own instances; those of their parcels have instances of their own. An execution that
     * waits for the job that begins a step has no instance of the step, and its order not yet the state.
     */
    private Map<String, List<Step>> steps(List<String> instances) {
        return database
                .sql("""
                  select PROC_INST_ID_, PROC_DEF_ID_,
                    case when ACT_INST_ID_ like concat(ACT_ID_, ':%') then ACT_ID_ end as ACTIVITY
                  from ACT_RU_EXECUTION where PROC_INST_ID_ in (:instances)""")
                .param("instances", instances)
                .query((row, i) -> new Step(
                        row.getString("PROC_INST_ID_"), row.getString("PROC_DEF_ID_"), row.getString("ACTIVITY")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::instance));
    }

    private static String lastOf(List<OpenOrder> batch) {
        return batch.get(batch.size() - 1).number();
    }
}
