package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "zh-TW,zh-TW",
        "zh-HK,zh-TW",
        "zh-Hant-MY,zh-TW",
        "zh-CN,zh-CN",
        "zh,zh-CN",
        "zh-Hans-TW,zh-CN",
        "en-GB,en-GB",
        "fr de zh-SG en,zh-CN",
        "fr,en"
    })
    void a_reader_gets_the_first_of_their_languages_that_is_supported(String wanted, String spoken) {
        var locales =
                Arrays.stream(wanted.split(" ")).map(Locale::forLanguageTag).toList();
        assertThat(Languages.firstSupported(locales).toLanguageTag()).isEqualTo(spoken);
    }
}
