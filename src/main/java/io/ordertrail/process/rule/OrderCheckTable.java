package io.ordertrail.process.rule;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.DecisionTableEvaluationBuilderImpl;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Company;
import io.ordertrail.order.book.Finding;
import io.ordertrail.order.check.OrderFacts;
import io.ordertrail.order.check.OrderRules;
import io.ordertrail.platform.engine.EngineContention;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.StepIncidents;

/**
 * Evaluates the rules that the process owner maintains in {@code bpmn/order-checks.dmn}. The facts go to the table
 * only, not into process variables. A table that fails refuses no order: the order is held, and an incident is open. So it is when
 * the choice of sites would fail later.
 */
@Component
class OrderCheckTable implements OrderRules {

    private final ProcessEngineConfigurationImpl engine;
    private final SiteChoiceTable siteChoice;
    private final StepIncidents incidents;
    private final Company company;

    OrderCheckTable(
            ProcessEngineConfigurationImpl engine,
            SiteChoiceTable siteChoice,
            StepIncidents incidents,
            Company company) {
        this.engine = engine;
        this.siteChoice = siteChoice;
        this.incidents = incidents;
        this.company = company;
    }

    /** Evaluates the latest deployed version of the table. */
    @Override
    public List<Finding> check(OrderFacts facts) {
        return engine.getCommandExecutorTxRequired().execute(command -> {
            incidents.resolve(StepIncidents.CHECK_FAILED);
            return findings(facts, command);
        });
    }

    /** The command catches what the table throws; an exception that leaves a command rolls back the whole entry. */
    private List<Finding> findings(OrderFacts facts, CommandContext command) {
        var findings = new ArrayList<Finding>();
        try {
            for (var row : evaluation(facts).execute(command)) {
                findings.add(finding(row));
            }
        } catch (RuntimeException fault) {
            if (!isFaultOfTable(fault)) {
                throw fault;
            }
            return List.of(failed(fault));
        }
        siteChoice.fault(facts.country()).ifPresent(fault -> findings.add(failed(fault)));
        return findings;
    }

    private Finding failed(RuntimeException fault) {
        return Finding.checkFailed(incidents.open(StepIncidents.CHECK_FAILED, fault));
    }

    /** Calls of the decision service run in commands of their own, so this takes the command that the service runs. */
    private EvaluateDecisionTableCmd evaluation(OrderFacts facts) {
        var builder =
                (DecisionTableEvaluationBuilderImpl) DecisionTableEvaluationBuilderImpl.evaluateDecisionTableByKey(
                                engine.getCommandExecutorTxRequired(), OrderFulfilment.CHECKS)
                        .variables(RuleFacts.of(facts, company));
        return new EvaluateDecisionTableCmd(builder);
    }

    private static boolean isFaultOfTable(RuntimeException fault) {
        return !EngineContention.isBehind(fault)
                && Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause)
                        .noneMatch(SQLException.class::isInstance);
    }

    private static Finding finding(DmnDecisionRuleResult result) {
        return new Finding(result.getEntry("rule"), result.getEntry("reason"), result.getEntry("severity"));
    }
}
