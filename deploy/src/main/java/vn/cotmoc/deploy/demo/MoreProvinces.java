package vn.cotmoc.deploy.demo;

import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Opens provinces that only measurements look into, with a person of each role that they need, who works for all of them. */
public final class MoreProvinces {

    /** May enter figures in all of them. */
    public static final String OFFICER = "do.chuyenvien";

    /** May set thresholds in all of them. */
    public static final String RULE_AUTHOR = "do.quytac";

    private static final String ADMIN = ".quantri";
    private static final String PLATFORM_ADMIN = "nen.tang";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DemoSite site;

    /** @param site into which the demo was loaded */
    public MoreProvinces(DemoSite site) {
        this.site = site;
    }

    public static List<String> identifiers(int provinces) {
        return IntStream.rangeClosed(1, provinces)
                .mapToObj("do-cham-%02d"::formatted)
                .toList();
    }

    /** Those that are open stay as they are. @throws DemoFailure with one sentence, if anything is refused */
    public void open(int provinces) {
        try (JsonCalls calls = new JsonCalls()) {
            Tokens tokens = new Tokens(calls, site);
            List<String> identifiers = identifiers(provinces);
            for (int i = 0; i < provinces; i++) {
                open(calls, tokens, identifiers.get(i), i + 1);
            }
            DemoUsers users = new DemoUsers(calls, tokens, site);
            users.make(person(OFFICER, identifiers, "officer"));
            users.make(person(RULE_AUTHOR, identifiers, "rule-author"));
        }
    }

    /** A token for one of them. */
    public String token(String username, String province) {
        try (JsonCalls calls = new JsonCalls()) {
            return new Tokens(calls, site).ofPerson(username, Optional.of(province));
        }
    }

    private static DemoFiles.User person(String username, List<String> provinces, String role) {
        return new DemoFiles.User(username, "Đo", "Tải", provinces, role, null, null);
    }

    private void open(JsonCalls calls, Tokens tokens, String province, int number) {
        Map<String, Object> body = Map.of(
                "id",
                province,
                "name",
                "Tỉnh đo tải " + number,
                "nameEn",
                "Load province " + number,
                "code",
                "L%02d".formatted(number),
                "simulated",
                true,
                "admin",
                Map.of(
                        "username",
                        province + ADMIN,
                        "email",
                        DemoUsers.email(province + ADMIN),
                        "firstName",
                        "Đo",
                        "lastName",
                        "Tải"));
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + tokens.ofPerson(PLATFORM_ADMIN, Optional.empty()),
                "Idempotency-Key", "load/provinces/" + province);
        URI itself = site.app().resolve("/api/v1/provinces/" + province);
        if (isOpen(calls.send("GET", itself, headers, null))) {
            return;
        }
        JsonCalls.Answer answer = calls.send("POST", site.app().resolve("/api/v1/provinces"), headers, body);
        Instant end = Instant.now().plus(PATIENCE);
        while (!isOpen(answer)) {
            if (!answer.ok() || Instant.now().isAfter(end)) {
                throw new DemoFailure("%s is not opened: %s".formatted(province, answer));
            }
            pause();
            answer = calls.send("GET", itself, headers, null);
        }
    }

    private static boolean isOpen(JsonCalls.Answer answer) {
        JsonNode state = answer.body().get("state");
        return answer.ok() && state != null && state.getStringValue().equals("open");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The opening was interrupted.");
        }
    }
}
