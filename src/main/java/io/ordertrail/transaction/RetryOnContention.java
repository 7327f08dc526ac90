package io.ordertrail.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, or each method of the class, is repeated as a whole when others change the same rows at the same moment. It opens its
 * own transactions and is refused within one: a part of a transaction that failed cannot be repeated. Spring's proxy does it, so the
 * method is neither private nor final, and a call from within the same object is not repeated.
 *
 * @see ContentionRetry
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RetryOnContention {}
