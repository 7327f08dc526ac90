package io.ordertrail.cockpit;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Sentence;

/** The texts of the plugin in the language of the reader. The browser puts the figures in. */
@Component
class CockpitWords {

    private static final String PREFIX = "cockpit.";

    Map<String, String> words() {
        var words = new TreeMap<String, String>();
        ResourceBundle.getBundle("messages").keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(
                        key.substring(PREFIX.length()), Sentence.of(key, "{0}", "{1}", "{2}", "{3}", "{4}", "{5}")));
        return words;
    }
}
