package io.ordertrail.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.NumberParseException.ErrorType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * The telephone of the address has the form of a telephone number, as one writes it in the country of the address or
 * with a country code. Whether anybody answers is not checked.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TelephoneNumber.Check.class)
@interface TelephoneNumber {

    String message() default "{input.phone}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<TelephoneNumber, Address> {

        private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
        private static final String NO_COUNTRY = "ZZ";

        @Override
        public boolean isValid(Address address, ConstraintValidatorContext context) {
            if (address == null || address.phone() == null || address.phone().isBlank()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("phone")
                    .addConstraintViolation();
            return isNumber(address.phone(), address.country());
        }

        private static boolean isNumber(String phone, String country) {
            try {
                var number = NUMBERS.parse(phone, country == null ? NO_COUNTRY : country);
                return switch (NUMBERS.isPossibleNumberWithReason(number)) {
                    case IS_POSSIBLE, IS_POSSIBLE_LOCAL_ONLY -> true;
                    default -> false;
                };
            } catch (NumberParseException e) {
                return e.getErrorType() == ErrorType.INVALID_COUNTRY_CODE && !phone.contains("+") && !isKnown(country);
            }
        }

        /** The number with the code of its country; null when it has no form that tells. */
        static String international(String phone, String country) {
            try {
                return phone == null || phone.isBlank()
                        ? null
                        : NUMBERS.format(
                                NUMBERS.parse(phone, country == null ? NO_COUNTRY : country), PhoneNumberFormat.E164);
            } catch (NumberParseException e) {
                return null;
            }
        }

        /** A number of a country that nobody has rules for only has to look like a number. */
        private static boolean isKnown(String country) {
            return country != null && NUMBERS.getSupportedRegions().contains(country);
        }
    }
}
