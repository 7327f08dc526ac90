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
    void a_number_is_two_groups_of_four_that_can_be_said_over_the_telephone() {
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
    void a_wrong_symbol_is_noticed() {
        assertThat(numbers())
                .allSatisfy(number -> IntStream.of(0, 1, 2, 3, 5, 6, 7, 8).forEach(place -> {
                    var other = number.charAt(place) == '7' ? 'K' : '7';
                    assertThat(OrderNumber.of(number.substring(0, place) + other + number.substring(place + 1)))
                            .isEmpty();
                }));
    }

    @Test
    void swapped_neighbours_are_noticed() {
        assertThat(numbers().map(number -> number.replace("-", "")))
                .allSatisfy(number -> IntStream.range(0, 6).forEach(place -> {
                    var swapped = number.substring(0, place)
                            + number.charAt(place + 1)
                            + number.charAt(place)
                            + number.substring(place + 2);
                    assertThat(swapped.equals(number) || OrderNumber.of(swapped).isEmpty())
                            .isTrue();
                }));
    }

    @Test
    void what_is_no_number_is_none() {
        assertThat(OrderNumber.of("")).isEmpty();
        assertThat(OrderNumber.of("hello")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber("4711"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber(null));
    }

    private Stream<String> numbers() {
        return Stream.generate(() -> OrderNumber.next(random).value()).limit(200);
    }
}
