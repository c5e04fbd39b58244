package vn.cotmoc.deploy;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.cotmoc.deploy.demo.MoreProvinces;

/**
 * What {@code ./cotmoc load thresholds} and {@code load figures} work on: 34 provinces with 98 communes each, and of every commune
 * 67 targets of one year with ten monthly figures, some of them far behind and some far ahead. It is laid down past the interface,
 * but for the provinces and people themselves, and scored by the application, which takes some minutes the first time.
 */
final class LoadCommunes {

    static final int PROVINCES = 34;

    /** 34 × 98 × 67: a few more than the 222,500 of 3,321 communes with 67 targets each. */
    static final int TARGETS = 34 * 98 * 67;

    /** On which the application believes to be. */
    private static final String SCORED = """
            select count(*) from rescoring join scorecard using (tenant_id, scorecard_id) where scorecard.as_of = '2025-11-21'""";

    static final OnTheWay OWN_DESIGN = new OnTheWay(1, 0.9);

    private static final String THRESHOLD = "/api/v1/thresholds/province";
    private static final int COMMUNES = 98;
    private static final int INDICATORS = 67;
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Duration PATIENCE = Duration.ofMinutes(90);

    /** @param onTrack share of what is expected by now, as {@code behind} */
    record OnTheWay(double onTrack, double behind) {

        /** By the national rules, of a target that is on its way. */
        String rating(double pace) {
            if (pace >= onTrack) {
                return "on-track";
            }
            return pace >= behind ? "behind" : "at-risk";
        }
    }

    private final LoadHouse house;
    private final MoreProvinces more;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    LoadCommunes(LoadHouse house) {
        this.house = house;
        this.more = new MoreProvinces(house.site());
    }

    List<String> provinces() {
        return MoreProvinces.identifiers(PROVINCES);
    }

    UUID plan(String province) {
        return UUID.fromString(house.database("select plan_id from plan where tenant_id = '%s'".formatted(province))
                .getFirst()
                .getFirst());
    }

    /** Waits until all is there and scored, and nothing is left to do. */
    void prepare() throws InterruptedException {
        LoadHouse.say("provinces are opened");
        more.open(PROVINCES);
        for (String province : provinces()) {
            if (number("select count(*) from plan where tenant_id = '%s'".formatted(province)) == 0) {
                lay(province);
            }
            if (number(SCORED + " and rescoring.tenant_id = '%s'".formatted(province)) == 0) {
                // Nothing that was laid down, and no change of the day, says that there is something to score.
                send(threshold(province, OWN_DESIGN));
            }
        }
        Instant end = Instant.now().plus(PATIENCE);
        long busy;
        do {
            Thread.sleep(3000);
            busy = PROVINCES - number(SCORED + """
                             and rescoring.tenant_id like 'do-cham-%' and rescoring.status = 'done'
                            and rescoring.followed_id = rescoring.scorecard_id""");
            LoadHouse.say("%d of %d plans are not scored or not followed yet".formatted(busy, PROVINCES));
        } while (busy > 0 && Instant.now().isBefore(end));
        house.database("vacuum analyze", "checkpoint");
    }

    private long number(String query) {
        return Long.parseLong(house.database(query).getFirst().getFirst());
    }

    private void lay(String province) {
        LoadHouse.say("communes, targets and figures of " + province);
        String at = "'2025-01-10', 'do-tai'";
        house.database(
                """
                insert into area (tenant_id, area_id, parent_id, level, code, name, valid_from)
                select p.tenant_id, md5(p.tenant_id || '-' || n)::uuid, p.area_id, 'commune', 'DC' || n, 'Xã đo tải ' || n, '2000-01-01'
                from area p, generate_series(1, %d) n where p.tenant_id = '%s' and p.parent_id is null
                """.formatted(COMMUNES, province),
                """
                insert into indicator (tenant_id, code, name_vi, name_en, unit_vi, unit_en, decimals, direction, kind, group_code, cadence,
                    definition, source, recorded_at, recorded_by, area_aggregation)
                select '%s', 'DC' || lpad(n::text, 2, '0'), 'Chỉ tiêu đo tải ' || n, 'Load indicator ' || n, 'tấn', 'tonnes', 1,
                    'higher-is-better', 'flow', 'economic', 'month', 'Để đo tải', 'Để đo tải', %s, 'sum'
                from generate_series(1, %d) n
                """.formatted(province, at, INDICATORS),
                """
                insert into unit (tenant_id, unit_id, code, name_vi, name_en, kind, valid_from, version, recorded_at, recorded_by)
                values ('%1$s', md5('%1$s-unit')::uuid, 'DO', 'Đơn vị đo tải', 'Load unit', 'compiler', '2000-01-01', 1, %2$s);
                insert into unit_member (tenant_id, username, move, unit_id, recorded_at, recorded_by)
                values ('%1$s', '%3$s', 1, md5('%1$s-unit')::uuid, %2$s)
                """.formatted(province, at, MoreProvinces.OFFICER),
                """
                insert into plan (tenant_id, plan_id, period, title, status, version, recorded_at, recorded_by)
                values ('%1$s', md5('%1$s-plan')::uuid, '2025', 'Kế hoạch đo tải', 'assigned', 1, %2$s)
                """.formatted(province, at),
                """
                insert into target (tenant_id, target_id, plan_id, indicator_code, area_id, subgroup, authority, period, strictness,
                    recorded_at, recorded_by)
                select '%1$s', uuidv7(), md5('%1$s-plan')::uuid, i.code, a.area_id, '', 'committee', '2025', 'binding', %2$s
                from area a, indicator i
                where a.tenant_id = '%1$s' and a.level = 'commune' and i.tenant_id = '%1$s' and i.code like 'DC%%'
                """.formatted(province, at),
                // Ten months of 100 each are ten twelfths of 1,200; targets ask between that and a quarter more or
                // less.
                """
                insert into target_revision (tenant_id, target_id, revision, comparator, amount, wording, source, recorded_at, recorded_by)
                select tenant_id, target_id, 1, 'at-least', round((1200 / (0.8 + 0.4 * (hashtext(target_id::text) & 1023) / 1023.0))::numeric, 1),
                    'đạt chỉ tiêu', 'Để đo tải', %2$s
                from target where tenant_id = '%1$s'
                """.formatted(province, at),
                """
                insert into observation (tenant_id, observation_id, indicator_code, area_id, subgroup, period, period_ends, calendar, status,
                    amount, known_on, known_on_stated, source, recorded_at, recorded_by)
                select t.tenant_id, uuidv7(), t.indicator_code, t.area_id, '', '2025-' || lpad(m::text, 2, '0'),
                    (make_date(2025, m, 1) + interval '1 month' - interval '1 day')::date, 'civil', 'official', 100,
                    (make_date(2025, m, 1) + interval '1 month' - interval '1 day')::date, false, 'Đo chấm điểm', '2025-11-10', 'do-tai'
                from target t, generate_series(1, 10) m where t.tenant_id = '%s'
                """.formatted(province));
    }

    /** The province's own cut points on the way, all others as the house has them. */
    HttpRequest threshold(String province, OnTheWay cut) {
        Optional<String> seen = house.send(
                        request(MoreProvinces.RULE_AUTHOR, province, THRESHOLD).build())
                .headers()
                .firstValue("ETag");
        return request(MoreProvinces.RULE_AUTHOR, province, THRESHOLD)
                .header("Content-Type", "application/json")
                .header(seen.isPresent() ? "If-Match" : "If-None-Match", seen.orElse("*"))
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        {"exceededFrom": "1.05", "nearlyFrom": "0.95", "onTrackFrom": "%s", "behindFrom": "%s", "tolerance": "0.05",
                         "likelyFrom": "0.8", "openFrom": "0.2", "staleFrom": 2,
                         "rangeMet": "or-better", "ceilingIndex": "two-minus", "validFrom": "2025-01-01", "reason": "Đo tải"}
                        """.formatted(cut.onTrack, cut.behind)))
                .build();
    }

    /** As one of {@link MoreProvinces}' people. */
    HttpRequest.Builder request(String user, String province, String path) {
        return HttpRequest.newBuilder(house.at(path))
                .header(
                        "Authorization",
                        "Bearer " + tokens.computeIfAbsent(user + "@" + province, key -> more.token(user, province)));
    }

    /** Before what is timed: tokens are not asked for while it is. */
    void logIn(String... users) {
        tokens.clear();
        for (String user : users) {
            provinces().forEach(province -> request(user, province, "/"));
        }
    }

    /** @throws IllegalStateException unless it was taken */
    Answer send(HttpRequest request) {
        HttpResponse<String> answer = house.send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s: %d %s".formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return new Answer(answer.body());
    }

    /** It is read only when it is asked. */
    record Answer(String text) {

        JsonNode body() {
            try {
                return JSON.readValue(text, JsonNode.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode member(String name) {
            return Objects.requireNonNull(body().get(name), name);
        }
    }

    static String text(JsonNode object, String name) {
        return Objects.requireNonNull(object.get(name), name).getStringValue();
    }
}
