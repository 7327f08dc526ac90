package io.ordertrail.api.wire;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.data.domain.Limit;

import io.ordertrail.api.order.OrderQuery;
import io.ordertrail.refusal.Text;

/**
 * Selects one page of a list that is sorted by code.
 *
 * @param text part of the code or name
 * @param after last code on the previous page
 */
public record PageQuery(
        @Text(max = 200) String text,
        @Text(max = 100) String after,

        @Min(value = 1, message = "{input.limit}") @Max(value = OrderQuery.MOST, message = "{input.limit}")
        Integer limit) {

    private static final int USUAL = 50;

    public PageQuery {
        text = text == null ? "" : text;
        after = after == null ? "" : after;
        limit = limit == null ? USUAL : limit;
    }

    /** Reads one more than the limit, which shows whether there is another page. */
    public Limit atMost() {
        return Limit.of(limit + 1);
    }

    /** The text for LIKE, with wildcards escaped by an exclamation mark. */
    public static String pattern(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /**
     * Creates a page.
     *
     * @param found up to {@code limit} records and one more when there is another page
     * @param page creates the page from the views and the value of {@code after} for the next page, null on the last
     *     page
     */
    public <T, V, P> P page(
            List<T> found, Function<T, String> code, Function<T, V> view, BiFunction<List<V>, String, P> page) {
        var next = found.size() > limit ? code.apply(found.get(limit - 1)) : null;
        return page.apply(found.stream().limit(limit).map(view).toList(), next);
    }
}
