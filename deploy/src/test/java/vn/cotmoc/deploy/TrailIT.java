package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.cotmoc.deploy.OpenApi.Operation;
import vn.cotmoc.deploy.Requests.Request;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/** Whatever somebody changes stands on the trail, under their name. A new operation joins by itself. */
class TrailIT {

    /** The platform's own: sent again it changes nothing of a province, and the province's own trail begins with its opening. */
    private static final Set<String> OF_THE_PLATFORM = Set.of("openProvince");

    /** On the trail of the nation's workspace, which is no province's to read; {@code NationalThresholdIT} looks there. */
    private static final Set<String> OF_THE_NATION = Set.of("setNationThreshold");

    /** They ask, and store nothing. */
    private static final Set<String> ASKING =
            Set.of("reviewRules", "tryRules", "emitRules", "compareRules", "mergeRules", "readRuleTable");

    /** Many figures at once are no one thing: their entry says how many, and of which sources. */
    private static final Set<String> NAMELESS = Set.of("recordObservations");

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    private static Stack stack;
    private static OpenApi api;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        api = OpenApi.of(stack);
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @TestFactory
    Stream<DynamicTest> everyChangeStandsOnTheTrail() {
        return api.operations().stream()
                .filter(operation -> !operation.isGet()
                        && !OF_THE_PLATFORM.contains(operation.id())
                        && !OF_THE_NATION.contains(operation.id())
                        && !ASKING.contains(operation.id())
                        && !Requests.REFUSED_TO_THESE.containsKey(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    Mark before = rows.mark();
                    String newest = newest().path("id").asText();
                    Request request = Requests.of(operation, own);
                    assertThat(request.send(stack, operation)).matches(Answer::ok);
                    JsonNode change = newest();
                    assertThat(change.path("id").asText())
                            .as("the trail after %s", operation.id())
                            .isNotEqualTo(newest);
                    assertThat(change.path("madeBy").asText()).isEqualTo(request.user());
                    assertThat(change.path("fields")).isNotEmpty().allSatisfy(TrailIT::isSaidInWords);
                    assertThat(change.path("key").asText().matches(UUID + ".*")
                                    && change.path("name").isNull()
                                    && !NAMELESS.contains(operation.id()))
                            .as("%s is known by an identifier only", change)
                            .isFalse();
                    rows.forgetSince(before);
                }));
    }

    private static void isSaidInWords(JsonNode field) {
        for (String label : List.of("label", "labelEn")) {
            assertThat(field.path(label).asText())
                    .as(field.toString())
                    .isNotBlank()
                    .isNotEqualTo(field.path("name").asText());
        }
    }

    private static JsonNode newest() {
        Operation list = api.operation("listChanges");
        Answer answer = stack.call(list.method(), list.path() + "?limit=1", own.token("quantri"), Map.of(), null);
        return answer.json().at("/items/0");
    }
}
