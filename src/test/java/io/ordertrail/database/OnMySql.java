package io.ordertrail.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that applies to MySQL only. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnMySql.ServerIsThere.class)
public @interface OnMySql {

    /** Prints into the build output how to run the skipped tests, because the report contains no reasons. */
    class ServerIsThere implements ExecutionCondition {

        private static final String NOTICE = "skipped: it needs MySQL. Start one by servers/mysql DIR PORT, then "
                + DatabaseTest.SERVER + "=jdbc:mysql://127.0.0.1:PORT ./mvnw verify -Pmysql";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            if (DatabaseTest.Profiles.onMySql()) {
                return ConditionEvaluationResult.enabled("The server is there");
            }
            System.out.println("[NOTICE] " + test.getDisplayName() + " " + NOTICE);
            return ConditionEvaluationResult.disabled(NOTICE);
        }
    }
}
