package vn.cotmoc.web.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.authoring.Remark;

/** Whatever may be remarked on a rule set has its sentence in both languages, from the values that come with it. */
class RemarkSentencesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyRemarkHasItsSentenceAndEverySentenceIsARemarks(String language) throws IOException {
        Properties sentences = sentences(language);

        assertThat(sentences.stringPropertyNames())
                .isEqualTo(Arrays.stream(Remark.Code.values())
                        .map(Remark.Code::code)
                        .collect(Collectors.toSet()));
        for (Remark.Code code : Remark.Code.values()) {
            assertThat(PLACEHOLDER
                            .matcher(sentences.getProperty(code.code()))
                            .results()
                            .map(found -> found.group(1)))
                    .as(code.code())
                    .isSubsetOf(code.names());
        }
    }

    private static Properties sentences(String language) throws IOException {
        String file = "/vn/cotmoc/web/authoring/remarks_%s.properties".formatted(language);
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RemarkSentencesTest.class.getResourceAsStream(file)), UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
