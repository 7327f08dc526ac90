package io.ordertrail.refusal;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A time that every supported database can store and compare, in any time zone: from 1970 to 9998. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StorableTime.Check.class)
public @interface StorableTime {

    String message() default "{input.time}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<StorableTime, Instant> {

        private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
        private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

        @Override
        public boolean isValid(Instant time, ConstraintValidatorContext context) {
            return time == null || !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
        }
    }
}
