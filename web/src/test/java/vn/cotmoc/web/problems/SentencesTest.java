package vn.cotmoc.web.problems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.authoring.DraftStatus;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.cases.CaseStatus;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.submissions.SubmissionStatus;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.units.UnitKind;

/** Whatever the house may refuse has its sentence in both languages, and no sentence waits for a refusal that nobody makes. */
class SentencesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
    private static final Pattern CALL = Pattern.compile("Refusal\\s*\\.(unknown|invalid|conflict|stale|forbidden)\\(");
    private static final Pattern DECIMAL_POINT = Pattern.compile("\\d\\.\\d");
    private static final Pattern NUMBER_AS_TEXT = Pattern.compile("toPlainString\\(\\)|mount\\(?\\)?\\.text\\(\\)");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    /** What the server refuses itself, see {@code FrameworkProblems} and the handlers beside it. */
    private static final Map<String, Set<String>> OF_THE_FRAMEWORK = Map.ofEntries(
            Map.entry("unknown-field", Set.of("field")),
            Map.entry("unreadable-field", Set.of("field")),
            Map.entry("unreadable-parameter", Set.of("parameter")),
            Map.entry("unreadable-request", Set.of()),
            Map.entry("body-missing", Set.of("wanted")),
            Map.entry("not-signed-in", Set.of()),
            Map.entry("not-allowed", Set.of()),
            Map.entry("no-such-page", Set.of()),
            Map.entry("method-not-allowed", Set.of()),
            Map.entry("not-acceptable", Set.of()),
            Map.entry("too-large", Set.of()),
            Map.entry("file-too-large", Set.of("most")),
            Map.entry("headers-too-large", Set.of()),
            Map.entry("unsupported-media-type", Set.of()),
            Map.entry("unavailable", Set.of()),
            Map.entry("internal", Set.of()),
            Map.entry("engine-failed", Set.of()),
            Map.entry("engine-unknown", Set.of("engine", "known")),
            Map.entry("engine-threw", Set.of("engine")),
            Map.entry("engine-too-slow", Set.of("engine", "seconds")),
            Map.entry("engine-nonsense", Set.of("engine")),
            Map.entry("engine-busy", Set.of("engine", "seconds")),
            Map.entry("engine-quarantined", Set.of("engine")));

    /** Refused by {@code require(…, code, at)} when a province is opened, without values. */
    private static final Set<String> OF_OPENING = Set.of(
            "province-id-malformed",
            "text-missing",
            "province-code-malformed",
            "username-malformed",
            "email-malformed");

    private static final Map<Path, String> SOURCES = sources();

    /** By code, the names of the values that every place which refuses with it provides. */
    private static final Map<String, Set<String>> REFUSED = refused(SOURCES.values());

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasATitleAndADetail(Language language) {
        assertThat(keys(language)).isEqualTo(expectedKeys());
    }

    @Test
    void theRefusalsAreReallyFound() {
        assertThat(REFUSED)
                .hasSizeGreaterThan(50)
                .containsEntry("unit-mismatch", Set.of("unit", "expected", "indicator"))
                .containsEntry("text-empty", Set.of())
                .containsEntry("plan-exists", Set.of("period", "title"));
        assertThat(refused(List.of("throw Refusal.stale(\n \"a-code\", \"one\", f(x, \"no\"), \"two\", y);")))
                .containsExactly(Map.entry("a-code", Set.of("one", "two")));
        assertThat(refused(List.of("Refusal.invalid(\"a-code\", at); Refusal.invalid(\"a-code\", at, \"one\", 1);")))
                .as("only what every place provides")
                .containsExactly(Map.entry("a-code", Set.of()));
    }

    @Test
    void onlyTheOpeningOfProvincesPassesCodesOnInVariables() {
        List<String> withVariables = SOURCES.entrySet().stream()
                .filter(source -> CALL.matcher(source.getValue())
                        .results()
                        .map(call -> arguments(source.getValue(), call.end()).getFirst())
                        .anyMatch(first -> !first.startsWith("\"")))
                .map(source -> source.getKey().getFileName().toString())
                .toList();
        assertThat(withVariables).containsExactly("OpenProvince.java");
        String opening = SOURCES.entrySet().stream()
                .filter(source -> source.getKey().endsWith("OpenProvince.java"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(Pattern.compile("require\\([^;]*?\"([a-z]+-[a-z-]+)\", \"/")
                        .matcher(opening)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(OF_OPENING);
    }

    @Test
    void theFrameworksCodesAreThoseThatItsHandlersSay() {
        String handlers = SOURCES.entrySet().stream()
                .filter(source -> source.getKey().toString().replace('\\', '/').matches(".*/web/(problems|pages)/.*"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        Set<String> said =
                CODE.matcher(handlers).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(said).containsAll(OF_THE_FRAMEWORK.keySet());
    }

    /** Of those that refusals hand over as what they are, and not as codes. */
    @ParameterizedTest
    @EnumSource
    void everyWordOfTheDomainHasItsName(Language language) {
        Set<String> words = Stream.<Class<? extends Coded>>of(
                        AreaLevel.class,
                        Authority.class,
                        Basis.class,
                        Cadence.class,
                        CaseAct.class,
                        CaseStatus.class,
                        Comparator.class,
                        MeasureKind.class,
                        DraftStatus.class,
                        PlanStatus.class,
                        Rating.class,
                        Scenario.class,
                        StatementKind.class,
                        SubmissionStatus.class,
                        SuccessionKind.class,
                        UnitKind.class,
                        WantedBody.class)
                .flatMap(kind -> Stream.of(kind.getEnumConstants())
                        .map(word -> "word.%s.%s".formatted(kind.getSimpleName(), word.code())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys(language, key -> key.startsWith("word."))).isEqualTo(words);
    }

    @Test
    void wordsOfTheDomainAreSaidInTheReadersLanguage() {
        Map<String, Object> values = Map.of(
                "from", SubmissionStatus.DRAFT,
                "to", SubmissionStatus.LOCKED,
                "allowed", List.of(SubmissionStatus.SUBMITTED, SubmissionStatus.RETURNED));
        assertThat(Sentences.detail("submission-move", Language.VI, values))
                .contains("“đang nhập”", "“đã khóa”", "đã gửi, bị trả lại");
        assertThat(Sentences.detail("submission-move", Language.EN, values)).contains("submitted", "returned");
    }

    /** Whatever stands in whichever sentence: nobody but a program reads 2025-07-01, 2018-Q1, council or an identifier. */
    @ParameterizedTest
    @EnumSource
    void everyValueIsWrittenAsTheLanguageWritesIt(Language language) {
        Map<Object, String> saidInVietnamese = Map.of(
                LocalDate.of(2025, 7, 1),
                "1/7/2025",
                Period.parse("2018-Q1"),
                "quý I/2018",
                Period.parse("2021/2025"),
                "giai đoạn 2021–2025",
                Authority.COUNCIL,
                "Hội đồng nhân dân",
                Comparator.BEFORE_DATE,
                "trước ngày",
                AreaLevel.COMMUNE,
                "xã",
                UUID.fromString("01a2b3c4-0000-7000-8000-000000000000"),
                "–");
        Map<Object, String> saidInEnglish = Map.of(
                LocalDate.of(2025, 7, 1),
                "1 July 2025",
                Period.parse("2018-Q1"),
                "Q1 2018",
                Period.parse("2021/2025"),
                "2021–2025",
                Authority.COUNCIL,
                "council",
                Comparator.BEFORE_DATE,
                "before a date",
                AreaLevel.COMMUNE,
                "commune",
                UUID.fromString("01a2b3c4-0000-7000-8000-000000000000"),
                "–");
        Map<Object, String> said = language == Language.VI ? saidInVietnamese : saidInEnglish;
        for (String code : REFUSED.keySet()) {
            for (String name : placeholders(language, code + ".detail")) {
                said.forEach((value, words) -> assertThat(Sentences.detail(code, language, Map.of(name, value)))
                        .as("%s of %s", name, code)
                        .contains(words));
            }
        }
    }

    /** They are told beside the sentence, for programs; a word that is handed over as its code would be said as one. */
    @Test
    void noSentenceNamesAnIdentifierAndNoRefusalHandsOverACode() {
        SOURCES.forEach((file, source) -> CALL.matcher(source).results().forEach(call -> {
            List<String> arguments = arguments(source, call.end());
            String code = arguments.getFirst().replace("\"", "");
            for (int i = 1; i < arguments.size(); i++) {
                String argument = arguments.get(i).strip();
                assertThat(argument)
                        .as("%s in %s", code, file.getFileName())
                        .doesNotMatch("code\\(\\)|(?s).*\\b(authority|comparator|scenario|basis|level|status|kind|act)"
                                + "(\\(\\))?\\s*\\.code\\(\\)");
                if (argument.matches("(?s)(.*\\.)?id(\\(\\))?")) {
                    assertThat(placeholders(Language.VI, code + ".detail"))
                            .as("%s in %s", code, file.getFileName())
                            .doesNotContain(arguments.get(i - 1).strip().replace("\"", ""));
                }
            }
        }));
    }

    /**
     * A row keeps a word of the domain as its code, a text; handed over like that a Vietnamese sentence would speak of "commune". What
     * is called as words are, and is a text where it is declared, is read as the word first.
     */
    @Test
    void noRefusalHandsOverTheCodeThatARowKeeps() {
        Pattern accessor =
                Pattern.compile("(\\w+)\\.(authority|comparator|scenario|basis|level|status|kind|act|direction)\\(\\)");
        List<String> codes = new ArrayList<>();
        SOURCES.forEach((file, source) -> CALL.matcher(source).results().forEach(call -> {
            for (String argument : arguments(source, call.end())) {
                Matcher asked = accessor.matcher(argument.strip());
                if (asked.matches() && keepsAsText(source, asked.group(1), asked.group(2))) {
                    codes.add("%s in %s".formatted(argument.strip(), file.getFileName()));
                }
            }
        }));
        assertThat(codes).isEmpty();
        assertThat(keepsAsText("Refusal taken(Area area)", "area", "level"))
                .as("an area keeps its level as a code")
                .isTrue();
        assertThat(keepsAsText("Refusal taken(Plan plan)", "plan", "status")).isFalse();
    }

    private static boolean keepsAsText(String source, String variable, String component) {
        return Pattern.compile("\\b([A-Z]\\w*) %s\\b".formatted(variable))
                .matcher(source)
                .results()
                .map(declared -> declared.group(1) + ".java")
                .anyMatch(type -> SOURCES.entrySet().stream()
                        .filter(one -> one.getKey().endsWith(type))
                        .anyMatch(one -> Pattern.compile("record \\w+\\([^{]*\\bString %s\\b".formatted(component))
                                .matcher(one.getValue())
                                .find()));
    }

    /** What an author must type with a point is told with a point; no other Vietnamese sentence writes a number like that. */
    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        Map<String, Object> values = Map.of(
                "figure", new Amount(new BigDecimal("35164.5")),
                "other", new Amount(new BigDecimal("-1200")),
                "most", new BigDecimal("0.500"),
                "period", "2023");
        assertThat(Sentences.detail("figure-jump", Language.VI, values))
                .startsWith("Số 35.164,5 lệch quá 0,5 % so với -1.200 ");
        assertThat(Sentences.detail("figure-jump", Language.EN, values))
                .startsWith("35,164.5 differs from -1,200")
                .contains("0.5%");
        assertThat(Sentences.detail("threshold-digits", Language.VI, Map.of("value", new BigDecimal("0.1234567"))))
                .contains("0,1234567");
        assertThat(keys(
                        Language.VI,
                        key -> DECIMAL_POINT
                                .matcher(Sentences.bundle(Language.VI).getString(key))
                                .find()))
                .containsExactlyInAnyOrder("amount-form.detail", "formula-number.detail");
    }

    /** A number that is handed over as a text would be written as programs write it. */
    @Test
    void noRefusalHandsOverANumberAsAText() {
        assertThat(SOURCES.entrySet().stream()
                        .filter(source -> CALL.matcher(source.getValue())
                                .results()
                                .flatMap(call -> arguments(source.getValue(), call.end()).stream())
                                .anyMatch(argument ->
                                        NUMBER_AS_TEXT.matcher(argument).find()))
                        .map(source -> source.getKey().getFileName().toString()))
                .isEmpty();
    }

    @Test
    void bothLanguagesSpeakOfTheSameValues() {
        for (String key : keys(Language.VI)) {
            assertThat(placeholders(Language.EN, key)).as(key).isEqualTo(placeholders(Language.VI, key));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyValueOfASentenceComesWithItsRefusal(Language language) {
        Map<String, Set<String>> provided = new HashMap<>(REFUSED);
        provided.putAll(OF_THE_FRAMEWORK);
        provided.forEach((code, values) -> {
            assertThat(values).as(code).containsAll(placeholders(language, code + ".detail"));
            assertThat(placeholders(language, code + ".title")).as(code).isEmpty();
        });
        for (String code : OF_OPENING) {
            assertThat(placeholders(language, code + ".detail")).as(code).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void titlesAreShortAndDetailsAreSentences(Language language) {
        for (String key : keys(language)) {
            String text = Sentences.bundle(language).getString(key);
            if (key.endsWith(".title")) {
                assertThat(text).as(key).isNotBlank().doesNotEndWith(".").hasSizeLessThan(60);
            } else {
                assertThat(text).as(key).endsWith(".");
            }
        }
    }

    @Test
    void valuesAreFilledInAndWhatIsMissingIsADash() {
        assertThat(Sentences.detail("plan-exists", Language.EN, Map.of("title", "A", "period", "$1\\2023")))
                .startsWith("The province already has a plan “A” for $1\\2023;");
        assertThat(Sentences.detail("plan-exists", Language.EN, Map.of()))
                .startsWith("The province already has a plan “–” for –;");
        assertThat(Sentences.title("nobody-says-this", Language.VI)).isEqualTo("nobody-says-this.title");
    }

    private static Set<String> expectedKeys() {
        return Stream.of(REFUSED.keySet(), OF_THE_FRAMEWORK.keySet(), OF_OPENING)
                .flatMap(Set::stream)
                .flatMap(code -> Stream.of(code + ".title", code + ".detail"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Language language) {
        return keys(language, key -> !key.startsWith("word."));
    }

    private static Set<String> keys(Language language, Predicate<String> which) {
        ResourceBundle bundle = Sentences.bundle(language);
        return bundle.keySet().stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(Language language, String key) {
        Matcher placeholders = PLACEHOLDER.matcher(Sentences.bundle(language).getString(key));
        return placeholders.results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> refused(Iterable<String> sources) {
        Map<String, Set<String>> refused = new TreeMap<>();
        for (String source : sources) {
            for (MatchResult call : CALL.matcher(source).results().toList()) {
                List<String> arguments = arguments(source, call.end());
                if (arguments.getFirst().startsWith("\"")) {
                    Set<String> names = new TreeSet<>();
                    for (int i = call.group(1).equals("invalid") ? 2 : 1; i < arguments.size(); i += 2) {
                        names.add(unquoted(arguments.get(i)));
                    }
                    refused.merge(unquoted(arguments.getFirst()), names, (one, other) -> {
                        one.retainAll(other);
                        return one;
                    });
                }
            }
        }
        return refused;
    }

    /** Of a call whose bracket was opened just before the position. */
    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begun = from;
        for (int i = from; ; i++) {
            char character = source.charAt(i);
            if (character == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            boolean ends = !quoted && depth == 0 && (character == ')' || character == ',');
            if (ends) {
                arguments.add(source.substring(begun, i).strip());
                begun = i + 1;
                if (character == ')') {
                    return arguments;
                }
            }
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
        }
    }

    private static String unquoted(String literal) {
        assertThat(literal).startsWith("\"").endsWith("\"");
        return literal.substring(1, literal.length() - 1);
    }

    private static Map<Path, String> sources() {
        Map<Path, String> sources = new TreeMap<>();
        for (String module : List.of("core", "rules", "tenants", "web")) {
            Path folder = Path.of("..", module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    sources.put(file, Files.readString(file, UTF_8).replaceAll("(?m)^\\s*(\\*|//|/\\*\\*).*$", ""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }
}
