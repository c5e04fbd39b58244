package vn.cotmoc.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.simple.SimpleHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi                              | VI",
                "vi-VN,vi;q=0.9,en-US;q=0.6      | VI",
                "en                              | EN",
                "en-GB                           | EN",
                "EN-us;q=0.5                     | EN",
                "en-US,en;q=0.9,vi;q=0.8         | EN",
                "vi;q=0.2,en;q=0.7               | EN",
                "fr-FR,fr;q=0.9,en;q=0.4         | EN",
                "fr                              | VI",
                "*                               | VI",
                "en;q=high                       | VI",
                "';;;,,'                         | VI",
                "x                               | VI"
            })
    void vietnameseUnlessTheCallerPrefersEnglish(String wanted, Language language) {
        var request = new SimpleHttpRequest<>(HttpMethod.GET, "/", null);
        request.getHeaders().add("Accept-Language", wanted);
        assertThat(Language.of(request)).isEqualTo(language);
    }

    @Test
    void withoutAWishOrWithAnEndlessOneItIsVietnamese() {
        assertThat(Language.of(new SimpleHttpRequest<>(HttpMethod.GET, "/", null)))
                .isEqualTo(Language.VI);
        var endless = new SimpleHttpRequest<>(HttpMethod.GET, "/", null);
        endless.getHeaders().add("Accept-Language", "en," + "en-GB;q=0.1,".repeat(100));
        assertThat(Language.of(endless)).isEqualTo(Language.VI);
    }
}
