package io.ordertrail.refusal;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A text that can be stored and shown unchanged: of limited length, without control characters and lone surrogates. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {

    /** The maximum length, in UTF-16 code units as Java and the database count. */
    int max();

    /** Whether line breaks and tabs are allowed. */
    boolean lines() default false;

    boolean required() default false;

    String message() default "{input.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Text, String> {

        private Text rule;

        @Override
        public void initialize(Text text) {
            rule = text;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            var fault = fault(value);
            if (fault != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{input.text." + fault + "}")
                        .addConstraintViolation();
            }
            return fault == null;
        }

        private String fault(String value) {
            if (value == null || rule.required() && value.isBlank()) {
                return rule.required() ? "missing" : null;
            }
            if (value.length() > rule.max()) {
                return "long";
            }
            return value.codePoints().allMatch(this::canBeShown) ? null : "control";
        }

        private boolean canBeShown(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL -> rule.lines() && (c == '\n' || c == '\r' || c == '\t');
                case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            };
        }
    }
}
