package io.ordertrail.platform.engine;

import java.util.Set;
import java.util.regex.Pattern;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;

import io.ordertrail.platform.engine.model.TableTransformer;
import io.ordertrail.refusal.Refusal;

/**
 * A decision table is no program: it compares and calculates in FEEL, and calls no code. A table in another language is
 * refused when it is deployed, and an engine with this guard evaluates none.
 */
public class TableGuard implements DmnTransformListener {

    private static final Pattern FEEL = Pattern.compile("(?i)feel|https?://www\\.omg\\.org/spec/\\S*FEEL\\S*");
    private static final Set<String> CODE = Set.of("functionDefinition", "import");

    /** The settings of a decision engine that is guarded. */
    public static DefaultDmnEngineConfiguration guarded() {
        var engine = new DefaultDmnEngineConfiguration();
        engine.setTransformer(new TableTransformer());
        engine.setScriptEngineResolver(language -> null);
        engine.setElProvider(expression -> {
            throw new Refusal(Refusal.Kind.INVALID, "table.language");
        });
        engine.getTransformer().getTransformListeners().add(new TableGuard());
        return engine;
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision read) {
        check(decision.getModelInstance().getDocument().getRootElement());
    }

    static void check(DomElement element) {
        var language = element.getAttribute("expressionLanguage");
        if (language != null && !FEEL.matcher(language.strip()).matches()) {
            throw new Refusal(Refusal.Kind.INVALID, "table.language");
        }
        if (CODE.contains(element.getLocalName())) {
            throw new Refusal(Refusal.Kind.INVALID, "table.element", element.getLocalName());
        }
        element.getChildElements().forEach(TableGuard::check);
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl read) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl read) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl read) {}

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph read) {}
}
