package io.ordertrail.api.wire;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.data.domain.Limit;

import io.ordertrail.api.order.OrderQuery;
import io.ordertrail.refusal.Text;

/**
 * One page out of a list that is sorted by code.
 *
 * @param text part of the code or name
 * @param after last code of the page before
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

    /** One more than asked for, to see whether there is another page. */
    public Limit atMost() {
        return Limit.of(limit + 1);
    }

    /** Signs with a meaning in LIKE are looked for as themselves. */
    public String pattern() {
        return pattern(text.strip().toLowerCase(Locale.ROOT));
    }

    public static String pattern(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** @param page made of the views and of what to send as {@code after} for the page that follows, which is null on the last one */
    public <T, V, P> P page(
            List<T> found, Function<T, String> code, Function<T, V> view, BiFunction<List<V>, String, P> page) {
        var next = found.size() > limit ? code.apply(found.get(limit - 1)) : null;
        return page.apply(found.stream().limit(limit).map(view).toList(), next);
    }
}
