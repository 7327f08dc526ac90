package io.ordertrail.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({
        "AT, +43 1 0010 999",
        "DE, 030-0074321",
        "TW, (02) 2345-6789",
        "CN, 010 1234 5678",
        "US, 1-800-FLOWERS",
        "MX, (5) 555-4729",
        "GB, (171) 555-7788",
        "AT, +43 660 5551234 ext. 12",
        ", +49 30 0074321",
        ", 030 0074321"
    })
    void a_telephone_number_is_kept_as_typed(String country, String phone) {
        assertThat(faults(country, phone, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AT, ring twice", "DE, 1", "DE, 030 0074321 030 0074321 030", "AT, +999 123456", ", ----", "TW, 電話"})
    void what_is_no_telephone_number_is_refused_at_its_field(String country, String phone) {
        assertThat(faults(country, phone, null)).containsExactly("phone");
    }

    @ParameterizedTest
    @CsvSource({"orders@example.com", "o'neil+x@sub.example.co.uk", "名字@例子.測試"})
    void an_email_address_is_kept_as_typed(String email) {
        assertThat(faults("AT", null, email)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orders", "orders@", "@example.com", "a b@example.com", "a@b@example.com"})
    void what_is_no_email_address_is_refused_at_its_field(String email) {
        assertThat(faults("AT", null, email)).containsExactly("email");
    }

    @Test
    void an_address_needs_neither() {
        assertThat(faults("AT", "", "")).isEmpty();
    }

    private static List<String> faults(String country, String phone, String email) {
        return VALIDATOR.validate(new Address(null, null, null, null, null, country, phone, email)).stream()
                .map(fault -> fault.getPropertyPath().toString())
                .toList();
    }
}
