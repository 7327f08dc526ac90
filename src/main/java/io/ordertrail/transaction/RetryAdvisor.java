package io.ordertrail.transaction;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.Pointcuts;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Repeats methods with {@link RetryOnContention}, around the transaction that the same method may open. It matches
 * annotations directly: an AspectJ expression would be matched with every method of every bean and slow down the start.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RetryAdvisor extends DefaultPointcutAdvisor {

    /**
     * Creates the advisor.
     *
     * @param retry created on first use, because an advisor is created before most beans
     */
    RetryAdvisor(ObjectProvider<ContentionRetry> retry) {
        super(annotated(), repeating(SingletonSupplier.of(retry::getObject)));
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    private static Pointcut annotated() {
        return Pointcuts.union(
                AnnotationMatchingPointcut.forClassAnnotation(RetryOnContention.class),
                AnnotationMatchingPointcut.forMethodAnnotation(RetryOnContention.class));
    }

    private static MethodInterceptor repeating(SingletonSupplier<ContentionRetry> retry) {
        return invocation -> retry.obtain().call(() -> copy(invocation).proceed());
    }

    /** Copies the invocation for each attempt, because an invocation can proceed only once. */
    private static MethodInvocation copy(MethodInvocation invocation) {
        return ((ProxyMethodInvocation) invocation).invocableClone();
    }
}
