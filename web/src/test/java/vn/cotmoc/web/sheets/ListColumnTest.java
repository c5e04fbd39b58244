package vn.cotmoc.web.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.web.wire.Page;

/** Every list that the API has can be had as a spreadsheet, with a header in both languages over each column. */
class ListColumnTest {

    private static final Set<Class<?>> LISTED = listed();

    /** Explanations are sent as they are stored; their codes are no part of the API's description. */
    private static final Map<String, Class<? extends Coded>> CODES_OF_RECORDS =
            Map.of("rating", Rating.class, "comparator", Comparator.class, "severity", Severity.class);

    @Test
    void theListsAreReallyFound() {
        assertThat(LISTED)
                .extracting(Class::getSimpleName)
                .hasSizeGreaterThan(20)
                .contains(
                        "ObservationJson", "DutyJson", "AreaJson", "TaskJson", "CaseJson", "ChangeJson", "Explanation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyColumnHasAHeaderAndNoHeaderWaitsForAColumn(String language) {
        Set<String> names = LISTED.stream()
                .flatMap(item -> ListColumn.of(item).stream())
                .flatMap(column -> column.path().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("sheet");
        assertThat(words(language).filter(name -> !name.startsWith("word.")))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyCodeHasAWordAndNoWordWaitsForACode(String language) {
        Stream<String> described = LISTED.stream().flatMap(ListColumnTest::codes);
        Stream<String> stored = CODES_OF_RECORDS.entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue().getEnumConstants())
                        .map(word -> ListColumn.word(field.getKey(), ((Coded) word).code())));
        assertThat(words(language).filter(name -> name.startsWith("word.")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(described, stored).collect(Collectors.toSet()));
    }

    private static Stream<String> words(String language) {
        return ResourceBundle.getBundle(
                "vn.cotmoc.web.sheets.columns",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet()
                .stream();
    }

    /** As the API's description tells them, also of records in lists. */
    private static Stream<String> codes(Class<?> item) {
        return Arrays.stream(item.getRecordComponents()).flatMap(component -> {
            Schema schema = component.getAccessor().getAnnotation(Schema.class);
            Stream<String> own = schema == null
                    ? Stream.of()
                    : Arrays.stream(schema.allowableValues()).map(code -> ListColumn.word(component.getName(), code));
            Class<?> inside = component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : component.getType();
            return inside.isRecord() ? Stream.concat(own, codes(inside)) : own;
        });
    }

    @Test
    void recordsInARecordAreSpreadAndIdentifiersComeLast() {
        assertThat(ListColumn.of(Outer.class))
                .extracting(column -> String.join(".", column.path()))
                .containsExactly("name", "inner.amount", "id", "inner.id");
    }

    @Test
    void aListWithPagesThatNobodyTurnsIsNone() {
        assertThat(ListColumn.list(Page.class)).isNotNull();
        assertThat(ListColumn.list(Turned.class)).isNull();
        assertThat(ListColumn.list(Outer.class)).isNull();
    }

    record Inner(UUID id, String amount) {}

    record Outer(UUID id, String name, Inner inner) {}

    record Turned(java.util.List<Inner> items, String next) {}

    private static Set<Class<?>> listed() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.cotmoc.web").stream()
                        .filter(owner -> owner.getSimpleName().endsWith("Controller"))
                        .flatMap(owner -> owner.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Get.class))
                        .map(JavaMethod::reflect)
                        .flatMap(method -> item(method.getGenericReturnType()).stream())
                        .collect(Collectors.toSet());
    }

    private static Optional<Class<?>> item(Type returned) {
        return switch (returned) {
            case ParameterizedType page when page.getRawType() == Page.class -> element(page);
            case ParameterizedType response
            when response.getRawType() == HttpResponse.class -> item(response.getActualTypeArguments()[0]);
            case Class<?> answer ->
                Stream.ofNullable(ListColumn.list(answer))
                        .map(RecordComponent::getGenericType)
                        .flatMap(list -> element((ParameterizedType) list).stream())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<Class<?>> element(ParameterizedType list) {
        return list.getActualTypeArguments()[0] instanceof Class<?> item && item.isRecord()
                ? Optional.of(item)
                : Optional.empty();
    }
}
