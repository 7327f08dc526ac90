package io.ordertrail.refusal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.springframework.context.i18n.LocaleContextHolder;

/** A text of the message bundles, in the language of the request that this thread serves. */
public final class Sentence {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * Formats a message. When no bundle has the key, it returns the key, so that a gap shows and does not fail the
     * request.
     */
    public static String of(String key, Object... args) {
        return in(LocaleContextHolder.getLocale(), key, args);
    }

    /** Formats a message in a language. */
    public static String in(Locale locale, String key, Object... args) {
        try {
            return new MessageFormat(
                            ResourceBundle.getBundle("messages", locale, NO_FALLBACK)
                                    .getString(key),
                            locale)
                    .format(args);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private Sentence() {}
}
