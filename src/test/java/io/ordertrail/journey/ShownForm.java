package io.ordertrail.journey;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** A form of a page with the content that a browser would send. */
public record ShownForm(String action, MultiValueMap<String, String> fields) {

    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b[^>]*>|<textarea\\b[^>]*>.*?</textarea>|<select\\b[^>]*>.*?</select>", Pattern.DOTALL);

    /** Reads the form with this action from a page. */
    public static ShownForm on(String page, String action) {
        var form = Pattern.compile(
                        "<form\\b[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form " + action + " on " + page));
        var fields = new LinkedMultiValueMap<String, String>();
        CONTROL.matcher(form.group(1)).results().map(MatchResult::group).forEach(control -> read(control, fields));
        fields.remove("_csrf");
        return new ShownForm(action, fields);
    }

    private static void read(String control, MultiValueMap<String, String> into) {
        var name = attribute(control, "name");
        if (name == null || !isSent(control)) {
            return;
        }
        if (control.startsWith("<textarea")) {
            into.add(name, HtmlUtils.htmlUnescape(control.replaceAll("(?s)^<[^>]*>|</textarea>$", "")));
        } else if (control.startsWith("<select")) {
            into.add(name, selected(control));
        } else {
            into.add(name, attribute(control, "value") == null ? "" : attribute(control, "value"));
        }
    }

    private static boolean isSent(String control) {
        return !"checkbox".equals(attribute(control, "type")) || control.contains("checked=");
    }

    private static String selected(String select) {
        var options = Pattern.compile("<option\\b[^>]*>")
                .matcher(select)
                .results()
                .map(MatchResult::group)
                .toList();
        return Stream.concat(options.stream().filter(option -> option.contains("selected")), options.stream())
                .findFirst()
                .map(option -> attribute(option, "value"))
                .orElse("");
    }

    private static String attribute(String control, String name) {
        var found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(control);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : null;
    }

    /** The same form with another value in the first field of a name. */
    public ShownForm with(String name, String value) {
        var changed = new LinkedMultiValueMap<>(fields);
        var values = new java.util.ArrayList<>(fields.getOrDefault(name, List.of()));
        if (values.isEmpty()) {
            values.add(value);
        } else {
            values.set(0, value);
        }
        changed.put(name, values);
        return new ShownForm(action, changed);
    }

    public String value(String name) {
        return fields.getFirst(name);
    }
}
