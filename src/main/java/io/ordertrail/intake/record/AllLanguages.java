package io.ordertrail.intake.record;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Texts of the message bundles in every language: a file that was exported in one is imported by readers of another. */
final class AllLanguages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE, Locale.SIMPLIFIED_CHINESE);

    static Stream<String> texts(String key) {
        return LANGUAGES.stream()
                .map(language -> ResourceBundle.getBundle("messages", language, NO_FALLBACK)
                        .getString(key));
    }

    private AllLanguages() {}
}
