package io.ordertrail.intake.order;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by their names in the languages of the trade. */
public final class Countries {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.TRADITIONAL_CHINESE, Locale.SIMPLIFIED_CHINESE);
    private static final Map<String, String> CODES = codes();

    /** Returns the ISO code; what no country is called stays as it is. */
    public static String code(String name) {
        return CODES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            LANGUAGES.forEach(
                    language -> codes.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code));
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(Map.of("uk", "GB", "usa", "US", "eire", "IE", "rsa", "ZA"));
        return Map.copyOf(codes);
    }

    private Countries() {}
}
