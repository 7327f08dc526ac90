package io.ordertrail.platform.access;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chooses the browser's language if it is supported, until the person chooses another with {@code ?lang=}. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    private static final List<String> TRADITIONAL = List.of("TW", "HK", "MO");

    @Bean
    LocaleResolver localeResolver() {
        var chosen = new CookieLocaleResolver("ORDERTRAIL_LANGUAGE");
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setDefaultLocaleFunction(request -> firstSupported(Collections.list(request.getLocales())));
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var choice = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String language) {
                return firstSupported(List.of(Locale.forLanguageTag(language)));
            }
        };
        choice.setParamName("lang");
        interceptors.addInterceptor(choice);
    }

    static Locale firstSupported(List<Locale> wanted) {
        return wanted.stream()
                .filter(Languages::isSupported)
                .findFirst()
                .map(Languages::supported)
                .orElse(Locale.ENGLISH);
    }

    private static boolean isSupported(Locale locale) {
        return locale.getLanguage().equals("en") || isChinese(locale);
    }

    /** English keeps its country, so that dates and numbers have the format of the reader. */
    private static Locale supported(Locale locale) {
        if (!isChinese(locale)) {
            return locale;
        }
        var traditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && TRADITIONAL.contains(locale.getCountry());
        return traditional ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
