package io.ordertrail.order.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class OrderNumberTest {

    private final Random random = new Random(7);

    @Test
    void a_number_has_two_groups_of_four_characters_that_are_easy_to_tell_apart() {
        assertThat(numbers())
                .allMatch(number -> number.matches("[2-9ACEFHJKMNRTWXYZ]{4}-[2-9ACEFHJKMNRTWXYZ]{4}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_number_is_read_in_any_case_with_or_without_its_hyphen() {
        var number = OrderNumber.next(random);

        assertThat(OrderNumber.of(" " + number.value().toLowerCase().replace("-", "") + " "))
                .contains(number);
        assertThat(OrderNumber.of(number.value().replace("-", " "))).contains(number);
    }

    @Test
    void a_wrong_symbol_is_detected() {
        assertThat(numbers())
                .allSatisfy(number -> IntStream.of(0, 1, 2, 3, 5, 6, 7, 8).forEach(position -> {
                    var other = number.charAt(position) == '7' ? 'K' : '7';
                    assertThat(OrderNumber.of(number.substring(0, position) + other + number.substring(position + 1)))
                            .isEmpty();
                }));
    }

    @Test
    void swapped_neighbours_are_detected() {
        assertThat(numbers().map(number -> number.replace("-", "")))
                .allSatisfy(number -> IntStream.range(0, 6).forEach(position -> {
                    var swapped = number.substring(0, position)
                            + number.charAt(position + 1)
                            + number.charAt(position)
                            + number.substring(position + 2);
                    assertThat(swapped.equals(number) || OrderNumber.of(swapped).isEmpty())
                            .isTrue();
                }));
    }

    @Test
    void other_text_is_no_order_number() {
        assertThat(OrderNumber.of("")).isEmpty();
        assertThat(OrderNumber.of("hello")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber("4711"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber(null));
    }

    private Stream<String> numbers() {
        return Stream.generate(() -> OrderNumber.next(random).value()).limit(200);
    }
}
