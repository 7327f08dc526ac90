package io.ordertrail.refusal;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.springframework.context.i18n.LocaleContextHolder;

/** A text of the message bundles in the language of the person whose request this thread serves. */
public final class Sentence {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @return the sentence; the key itself where no bundle knows it, so that a gap shows instead of failing the request */
    public static String of(String key, Object... args) {
        var locale = LocaleContextHolder.getLocale();
        try {
            return new MessageFormat(
                            ResourceBundle.getBundle("messages", locale, EXACT).getString(key), locale)
                    .format(args);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private Sentence() {}
}
