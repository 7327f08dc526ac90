package io.ordertrail.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;

import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Gives expressions only the beans meant for them, and no access from a value to its class. */
class GuardedExpressions extends SpringExpressionManager {

    GuardedExpressions(ApplicationContext application, Map<Object, Object> beans) {
        super(application, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        var guarded = new CompositeELResolver();
        guarded.add(new NoReflection());
        guarded.add(super.createElResolver());
        return guarded;
    }

    /** Only refuses and resolves nothing; so it comes before the resolvers. */
    private static final class NoReflection extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            refuse(base, method);
            return null;
        }

        private static void refuse(Object base, Object member) {
            var name = String.valueOf(member);
            var leadsToClass = base != null && (name.equals("class") || name.equals("getClass"));
            if (leadsToClass || base instanceof Class<?> || base instanceof ClassLoader) {
                throw new ELException("An expression may not read the class of a value");
            }
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
