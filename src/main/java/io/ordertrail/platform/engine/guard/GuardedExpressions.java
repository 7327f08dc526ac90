package io.ordertrail.platform.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.joda.time.DateTime;
import org.springframework.context.ApplicationContext;

import io.ordertrail.refusal.Refusal;

/**
 * Evaluates only expressions that {@link ExpressionRules} allow, wherever they come from, and gives them only the beans
 * meant for them. The resolver refuses the same again when an expression runs.
 */
public class GuardedExpressions extends SpringExpressionManager {

    private final ExpressionBeans visible;

    public GuardedExpressions(ApplicationContext application, ExpressionBeans beans) {
        super(application, beans);
        this.visible = beans;
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        if (!ExpressionRules.mayBeEvaluated(expression.strip())) {
            throw new Refusal(Refusal.Kind.INVALID, "diagram.expression", expression);
        }
        return super.createValueExpression(expression);
    }

    @Override
    protected ELResolver createElResolver() {
        var guarded = new CompositeELResolver();
        guarded.add(new OnlyWhatIsMeant());
        guarded.add(super.createElResolver());
        return guarded;
    }

    /** Only refuses and resolves nothing; so it comes before the resolvers. */
    private final class OnlyWhatIsMeant extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null && !(base instanceof VariableScope && "processBusinessKey".equals(property))) {
                throw new ELException("An expression may not read " + property);
            }
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if ("getClass".equals(method) || !(base instanceof DateTime || visible.areCalled(base))) {
                throw new ELException("An expression may not call " + method);
            }
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {}

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }
    }
}
