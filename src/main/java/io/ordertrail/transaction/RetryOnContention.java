package io.ordertrail.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Repeats the method, or each method of the class, as a whole when other transactions change the same rows at the same
 * moment. The method opens its own transactions. A call within a transaction is refused, because a part of a failed
 * transaction cannot be repeated. Spring's proxy repeats the call, so the method is neither private nor final, and a
 * call from within the same object is not repeated.
 *
 * @see ContentionRetry
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RetryOnContention {}
