package io.ordertrail.platform.engine.guard;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.beans.factory.BeanFactory;

/**
 * The only beans that an expression in a diagram can reach. By default the engine exposes the whole application
 * context.
 */
public class ExpressionBeans extends AbstractMap<Object, Object> {

    private static final Pattern VISIBLE =
            Pattern.compile("\\w+(Delegate|Listener)|deadlines|externalStock|parcelsToSend");

    private static final Set<String> CALLED = Set.of("deadlines", "externalStock", "parcelsToSend");

    private final BeanFactory beans;

    public ExpressionBeans(BeanFactory beans) {
        this.beans = beans;
    }

    static boolean isVisible(String name) {
        return VISIBLE.matcher(name).matches();
    }

    /** Tells whether the object is one of the beans whose methods an expression may call. */
    boolean areCalled(Object bean) {
        return CALLED.stream().filter(beans::containsBean).anyMatch(name -> beans.getBean(name) == bean);
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && isVisible(text) && beans.containsBean(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    /** Lists nothing: no expression needs the names of all beans. */
    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
