package com.example.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/**
 * Runs rule sets from their JSON as it is: the first row of the table whose cells hold rates a target, or all of them do and the worst
 * counts, and of the alerts that hold, the first of each flag warns of it. Everything is read anew for each call; nothing is kept.
 */
public final class SampleEngine implements ScoringEngine {

    /** What a set says of itself, its points and its roll-up are the house's part: no engine is asked for them. */
    private static final Set<String> FIELDS = Set.of(
            "id", "version", "engine", "hit", "columns", "rows", "alerts", "about", "points", "rollUp", "allows");

    /** How many rows speak. */
    private static final Map<String, Long> MOST = Map.of("first", 1L, "collect", Long.MAX_VALUE);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public Identity identity() {
        return new Identity("sample", "1.0");
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        JsonNode model = model(ruleSet);
        List<Verdict> verdicts = new ArrayList<>();
        for (TargetFacts target : facts) {
            verdicts.add(verdict(model, target.target(), words(target)));
        }
        return verdicts;
    }

    private static JsonNode model(RuleSet ruleSet) {
        if (!sha256(ruleSet.model()).equals(ruleSet.sha256())) {
            throw new EngineFailure("The hash of rule set %s is not that of its model.".formatted(ruleSet.id()));
        }
        try {
            JsonNode model = JSON.readTree(ruleSet.model());
            boolean known = model.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()));
            if (!known
                    || !MOST.containsKey(model.path("hit").asText())
                    || model.path("rows").isEmpty()) {
                throw new EngineFailure("The model of rule set %s is of a kind that this engine does not know."
                        .formatted(ruleSet.id()));
            }
            return model;
        } catch (JsonProcessingException broken) {
            throw new EngineFailure("The model of rule set %s is no JSON.".formatted(ruleSet.id()), broken);
        }
    }

    private static Verdict verdict(JsonNode model, UUID target, Map<String, String> words) {
        List<JsonNode> rows = stream(model.path("rows"))
                .filter(candidate -> holds(model.path("columns"), candidate.path("when"), words))
                .limit(MOST.getOrDefault(model.path("hit").asText(), 0L))
                .toList();
        Rating rating = rows.stream()
                .map(row -> Coded.read(Rating.class, row.path("rating").asText()))
                .min(Comparator.comparing(Rating.WORST_FIRST::indexOf))
                .orElseThrow(() -> new EngineFailure("No row decides %s.".formatted(target)));
        Map<String, Flag> ofRows = new LinkedHashMap<>();
        rows.stream()
                .flatMap(row -> stream(row.path("flags")).map(SampleEngine::flag))
                .forEach(flag ->
                        ofRows.merge(flag.code(), flag, BinaryOperator.maxBy(Comparator.comparing(Flag::severity))));
        List<Flag> flags = new ArrayList<>(ofRows.values());
        List<String> fired = new ArrayList<>(
                rows.stream().map(row -> row.path("rule").asText()).toList());
        Set<String> raised = new HashSet<>();
        for (JsonNode alert : model.path("alerts")) {
            boolean holds = alert.path("when").properties().stream()
                    .allMatch(asked -> says(asked.getValue(), words.get(asked.getKey())));
            Flag flag = flag(alert.path("flag"));
            if (holds && raised.add(flag.code())) {
                flags.add(flag);
                fired.add(alert.path("rule").asText());
            }
        }
        return new Verdict(target, rating, flags, fired);
    }

    private static boolean holds(JsonNode columns, JsonNode cells, Map<String, String> words) {
        for (int column = 0; column < columns.size(); column++) {
            JsonNode cell = cells.path(column);
            boolean any = cell.asText().equals("-");
            if (!any && !says(cell, words.get(columns.path(column).asText()))) {
                return false;
            }
        }
        return true;
    }

    /** One word, or a list of some. */
    private static boolean says(JsonNode cell, @Nullable String word) {
        return cell.isArray()
                ? stream(cell).anyMatch(one -> one.asText().equals(word))
                : cell.asText().equals(word);
    }

    private static Flag flag(JsonNode flag) {
        return new Flag(
                flag.path("code").asText(),
                Coded.read(Severity.class, flag.path("severity").asText()));
    }

    /** The facts' words by the names that rule sets use: {@code pace-band} → {@code behind}. */
    private static Map<String, String> words(TargetFacts target) {
        Map<String, String> words = new HashMap<>();
        for (RecordComponent component : TargetFacts.class.getRecordComponents()) {
            try {
                if (component.getAccessor().invoke(target) instanceof Coded word) {
                    words.put(component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), word.code());
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return words;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
