package io.ordertrail.process.entry;

import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_FULL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

/**
 * The same diagram on the bare engine: its own connection pool, its own settings, delegates that only answer. It keeps
 * the full history, as its starter for Spring Boot and the product do.
 */
final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;

    BareEngine(String url, String user, String password, Deadlines deadlines) {
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare")
                .setJdbcUrl(url)
                .setJdbcUsername(user)
                .setJdbcPassword(password);
        settings.setDatabaseSchemaUpdate("true").setJobExecutorActivate(false).setHistory(HISTORY_FULL);
        settings.setBeans(answers(deadlines));
        engine = settings.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("bpmn/order-fulfilment.bpmn")
                .addClasspathResource("bpmn/parcel.bpmn")
                .deploy();
    }

    /** Enters a straight-through order in a transaction of its own, up to the warehouse's task. */
    void enter(String number) {
        engine.getRuntimeService().startProcessInstanceByKey(OrderFulfilment.PROCESS, number);
    }

    private static Map<Object, Object> answers(Deadlines deadlines) {
        var beans = new HashMap<Object, Object>();
        beans.put("deadlines", deadlines);
        beans.put("externalStock", new NoExternalStock());
        beans.put("checkOrderDelegate", answer(Variable.HOLDS_FOUND, false));
        beans.put("reserveStockDelegate", answer(Variable.STOCK_RESERVED, true));
        beans.put("confirmOrderDelegate", (JavaDelegate) execution -> {});
        beans.put("parcelsToSend", new OneParcel());
        return beans;
    }

    private static JavaDelegate answer(String variable, Object value) {
        return execution -> execution.setVariable(variable, value);
    }

    /** An order is sent in one parcel. */
    public static final class OneParcel {

        public List<String> of(String order) {
            return List.of(only(order));
        }

        public boolean isOne(String order) {
            return true;
        }

        public String only(String order) {
            return order + "-1";
        }
    }

    /** No external stock system is switched on. */
    public static final class NoExternalStock {

        public boolean toReserve(String order) {
            return false;
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
