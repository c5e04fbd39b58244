package vn.cotmoc.rules.decisiontables;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet.About;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.scoring.Severity;

/**
 * The rule model as JSON, read strictly (nothing unknown, nothing twice, nothing missing, nothing huge) and written
 * canonically (one spelling for one model).
 *
 * <pre>{@code
 * {"id": "national-default", "version": "1.0.0", "hit": "first",
 *  "columns": ["phase", "end-band"],
 *  "rows": [{"rule": "nearly-met", "when": ["ended", ["full", "nearly"]], "rating": "nearly-met",
 *            "flags": [{"code": "missed", "severity": "high"}], "vi": "…", "en": "…"}],
 *  "alerts": [{"rule": "stale", "when": {"phase": "running", "age": "stale"},
 *              "flag": {"code": "stale", "severity": "medium"}, "vi": "…", "en": "…"}]}
 * }</pre>
 *
 * Without alerts their list may be left out, and then is; so is {@code "engine"} where it is the default one. What follows may be
 * left out too: then nothing is said, points are the ratings' and a roll-up is their mean.
 *
 * <pre>{@code
 * {"about": {"name": {"vi": "…", "en": "…"}, "says": {…}, "source": {…}},
 *  "points": {"bonus": "1", "highest": "120", "penaltyBelow": "0.7", "penalty": "0.5", "lowest": "0"},
 *  "rollUp": {"by": "grades", "grades": [{"code": "excellent", "vi": "…", "en": "…", "pointsFrom": "90", "onTimeFrom": "1"}, …]},
 *  "allows": ["more-scores-less"]}
 * }</pre>
 */
public final class RuleModelJson {

    /** In bytes of UTF-8; more than twice the largest set of short sentences. */
    private static final int LONGEST_DOCUMENT = 256 << 10;

    private static final int LONGEST_STRING = 2_000;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_NUMBER = 20;
    private static final int DEEPEST = 6;
    private static final int MOST_TOKENS = 20_000;

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,6})?");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private RuleModelJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws RuleModelFault if the text is no rule model; says where */
    public static RuleModel read(String json) {
        return read(json, null);
    }

    /**
     * The model of a text that says only what it has of its own, save id and version; the rest is another's.
     *
     * @throws RuleModelFault as {@link #read(String)}
     */
    public static RuleModel readOver(RuleModel base, String json) {
        return read(json, base);
    }

    private static RuleModel read(String json, @Nullable RuleModel base) {
        int bytes = json.length() > LONGEST_DOCUMENT ? json.length() : json.getBytes(UTF_8).length;
        if (bytes > LONGEST_DOCUMENT) {
            throw new RuleModelFault(
                    "", "The rule set has at least %d bytes; at most %d are read.".formatted(bytes, LONGEST_DOCUMENT));
        }
        try (JsonParser parser = JSON.createParser(json)) {
            RuleModelJson reader = new RuleModelJson(parser);
            try {
                parser.nextToken();
                RuleModel model = reader.model(base);
                if (parser.nextToken() != null) {
                    throw new RuleModelFault("", "Something follows the rule set.");
                }
                return model;
            } catch (IllegalArgumentException broken) {
                throw new RuleModelFault(reader.at(), String.valueOf(broken.getMessage()), broken);
            } catch (IOException broken) {
                throw new RuleModelFault(
                        reader.at(), "This is no JSON that can be read: " + broken.getMessage(), broken);
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private RuleModel model(@Nullable RuleModel base) throws IOException {
        String id = null;
        String version = null;
        String engine = base == null ? RuleModel.DEFAULT_ENGINE : base.engine();
        HitPolicy hit = base == null ? null : base.hit();
        List<Fact> columns = base == null ? null : base.columns();
        List<Row> rows = base == null ? null : base.rows();
        List<Alert> alerts = base == null ? List.of() : base.alerts();
        About about = base == null ? null : base.about();
        Points points = base == null ? new Points.OfRating() : base.points();
        RollUpRule rollUp = base == null ? new RollUpRule.Mean() : base.rollUp();
        List<Allowance> allows = base == null ? List.of() : base.allows();
        enter(JsonToken.START_OBJECT);
        while (nextField() instanceof String field) {
            switch (field) {
                case "id" -> id = text();
                case "version" -> version = text();
                case "engine" -> engine = text();
                case "hit" -> hit = word(HitPolicy.class);
                case "columns" -> columns = list(() -> word(Fact.class));
                case "rows" -> {
                    List<Fact> known = present("columns, before rows,", columns);
                    rows = list(() -> row(known));
                }
                case "alerts" -> alerts = list(this::alert);
                case "about" -> about = about();
                case "points" -> points = points();
                case "rollUp" -> rollUp = rollUp();
                case "allows" -> allows = list(() -> word(Allowance.class));
                default -> throw fault("This field is not known here.");
            }
        }
        return new RuleModel(
                present("id", id),
                present("version", version),
                engine,
                present("hit", hit),
                present("columns", columns),
                present("rows", rows),
                alerts,
                about,
                points,
                rollUp,
                allows);
    }

    private Row row(List<Fact> columns) throws IOException {
        Saying saying = new Saying();
        List<Condition> when = null;
        Rating rating = null;
        List<Flag> flags = null;
        enter(JsonToken.START_OBJECT);
        for (String field = nextField(); field != null; field = nextField()) {
            switch (field) {
                case "when" -> when = conditions(columns);
                case "rating" -> rating = word(Rating.class);
                case "flags" -> flags = list(this::flag);
                default -> saying.read(field);
            }
        }
        return new Row(
                saying.rule(),
                present("when", when),
                present("rating", rating),
                present("flags", flags),
                saying.sentence());
    }

    private Alert alert() throws IOException {
        Saying saying = new Saying();
        Map<Fact, Condition.OneOf> when = null;
        Flag flag = null;
        enter(JsonToken.START_OBJECT);
        for (String field = nextField(); field != null; field = nextField()) {
            switch (field) {
                case "when" -> when = asked();
                case "flag" -> flag = flag();
                default -> saying.read(field);
            }
        }
        return new Alert(saying.rule(), present("when", when), present("flag", flag), saying.sentence());
    }

    /** What rows and alerts have alike: a name, and what they say. */
    private final class Saying {

        private @Nullable String rule;
        private @Nullable String vi;
        private @Nullable String en;

        void read(String field) throws IOException {
            switch (field) {
                case "rule" -> rule = text();
                case "vi" -> vi = text();
                case "en" -> en = text();
                default -> throw fault("This field is not known here.");
            }
        }

        String rule() {
            return present("rule", rule);
        }

        Sentence sentence() {
            return new Sentence(present("vi", vi), present("en", en));
        }
    }

    private About about() throws IOException {
        Map<String, Sentence> texts = fields(this::inBothLanguages, Set.of("name", "says", "source"));
        return new About(one("name", texts), one("says", texts), one("source", texts));
    }

    private Sentence inBothLanguages() throws IOException {
        Map<String, String> texts = fields(this::text, Set.of("vi", "en"));
        return new Sentence(one("vi", texts), one("en", texts));
    }

    private Points points() throws IOException {
        Map<String, BigDecimal> numbers =
                fields(this::decimal, Set.of("bonus", "highest", "penaltyBelow", "penalty", "lowest"));
        return new Points.OfAttainment(
                one("bonus", numbers),
                one("highest", numbers),
                one("penaltyBelow", numbers),
                one("penalty", numbers),
                one("lowest", numbers));
    }

    private RollUpRule rollUp() throws IOException {
        String by = null;
        List<RollUpRule.Grade> grades = null;
        enter(JsonToken.START_OBJECT);
        while (nextField() instanceof String field) {
            switch (field) {
                case "by" -> by = text();
                case "grades" -> grades = list(this::grade);
                default -> throw fault("This field is not known here.");
            }
        }
        return switch (present("by", by)) {
            case "worst" -> new RollUpRule.Worst();
            case "all" -> new RollUpRule.All();
            case "grades" -> new RollUpRule.Grades(present("grades", grades));
            default -> throw fault("\"%s\" is not known here; known are worst, all and grades.".formatted(by));
        };
    }

    private RollUpRule.Grade grade() throws IOException {
        Map<String, String> fields =
                fields(this::text, Set.of("code", "vi", "en", "pointsFrom", "onTimeFrom", "exceededFrom", "lateUpTo"));
        return new RollUpRule.Grade(
                one("code", fields),
                new Sentence(one("vi", fields), one("en", fields)),
                decimal(fields.get("pointsFrom")),
                decimal(fields.get("onTimeFrom")),
                decimal(fields.get("exceededFrom")),
                decimal(fields.get("lateUpTo")));
    }

    /** An object whose fields are all alike. */
    private <T> Map<String, T> fields(Element<T> element, Set<String> known) throws IOException {
        Map<String, T> fields = new HashMap<>();
        enter(JsonToken.START_OBJECT);
        while (nextField() instanceof String field) {
            if (!known.contains(field)) {
                throw fault("This field is not known here.");
            }
            fields.put(field, element.read());
        }
        return fields;
    }

    private <T> T one(String name, Map<String, T> fields) {
        return present(name, fields.get(name));
    }

    private BigDecimal decimal() throws IOException {
        return Objects.requireNonNull(decimal(text()));
    }

    /** Written plainly: no exponent, and no more digits than anybody counts points with. */
    private @Nullable BigDecimal decimal(@Nullable String text) {
        if (text != null && !isDecimal(text)) {
            throw fault("\"%s\" must be a number such as 0.5.".formatted(text));
        }
        return text == null ? null : new BigDecimal(text);
    }

    public static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private Map<Fact, Condition.OneOf> asked() throws IOException {
        Map<Fact, Condition.OneOf> when = new EnumMap<>(Fact.class);
        enter(JsonToken.START_OBJECT);
        while (nextField() instanceof String field) {
            Fact fact = Coded.find(Fact.class, field).orElseThrow(() -> fault("This fact is not known."));
            when.put(fact, oneOf(fact));
        }
        return when;
    }

    private List<Condition> conditions(List<Fact> columns) throws IOException {
        List<Condition> conditions = new ArrayList<>();
        return list(() -> {
            if (conditions.size() == columns.size()) {
                throw fault("The table has %d columns; here is one condition more.".formatted(columns.size()));
            }
            Condition condition = condition(columns.get(conditions.size()));
            conditions.add(condition);
            return condition;
        });
    }

    private Condition condition(Fact fact) throws IOException {
        boolean any = parser.currentToken() != JsonToken.START_ARRAY && "-".equals(text());
        return any ? new Condition.Any() : oneOf(fact);
    }

    private Condition.OneOf oneOf(Fact fact) throws IOException {
        return new Condition.OneOf(
                parser.currentToken() == JsonToken.START_ARRAY ? list(() -> word(fact)) : List.of(word(fact)));
    }

    private Flag flag() throws IOException {
        String code = null;
        Severity severity = null;
        enter(JsonToken.START_OBJECT);
        while (nextField() instanceof String field) {
            switch (field) {
                case "code" -> code = text();
                case "severity" -> severity = word(Severity.class);
                default -> throw fault("This field is not known here.");
            }
        }
        return new Flag(present("code", code), present("severity", severity));
    }

    private Coded word(Fact fact) throws IOException {
        String code = text();
        return fact.words().stream()
                .filter(word -> word.code().equals(code))
                .findFirst()
                .orElseThrow(() -> fault("\"%s\" is no %s; known are %s."
                        .formatted(
                                code,
                                fact.code(),
                                fact.words().stream().map(Coded::code).toList())));
    }

    private <E extends Enum<E> & Coded> E word(Class<E> words) throws IOException {
        String code = text();
        return Coded.find(words, code).orElseThrow(() -> fault("\"%s\" is not known here.".formatted(code)));
    }

    private String text() throws IOException {
        enter(JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private interface Element<T> {
        T read() throws IOException;
    }

    private <T> List<T> list(Element<T> element) throws IOException {
        enter(JsonToken.START_ARRAY);
        List<T> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.read());
        }
        return list;
    }

    private void enter(JsonToken expected) {
        if (parser.currentToken() != expected) {
            throw fault("Here must stand %s."
                    .formatted(
                            switch (expected) {
                                case START_OBJECT -> "an object";
                                case START_ARRAY -> "a list";
                                default -> "a text";
                            }));
        }
    }

    /** Moves to the next field's value; null at the object's end. */
    private @Nullable String nextField() throws IOException {
        String field = parser.nextFieldName();
        if (field != null) {
            parser.nextToken();
        }
        return field;
    }

    private <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw fault("%s is missing.".formatted(name));
        }
        return value;
    }

    private RuleModelFault fault(String reason) {
        return new RuleModelFault(at(), reason);
    }

    private String at() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /** The one spelling of the model: no white space, fixed order of fields; its hash is the model's identity. */
    public static String write(RuleModel model) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", model.id());
            json.writeStringField("version", model.version());
            if (!model.engine().equals(RuleModel.DEFAULT_ENGINE)) {
                json.writeStringField("engine", model.engine());
            }
            if (model.about() instanceof About about) {
                json.writeObjectFieldStart("about");
                write(json, "name", about.name());
                write(json, "says", about.says());
                write(json, "source", about.source());
                json.writeEndObject();
            }
            json.writeStringField("hit", model.hit().code());
            json.writeFieldName("columns");
            write(json, model.columns());
            json.writeArrayFieldStart("rows");
            for (Row row : model.rows()) {
                write(json, row);
            }
            json.writeEndArray();
            if (!model.alerts().isEmpty()) {
                json.writeArrayFieldStart("alerts");
                for (Alert alert : model.alerts()) {
                    write(json, alert);
                }
                json.writeEndArray();
            }
            write(json, model.points());
            write(json, model.rollUp());
            if (!model.allows().isEmpty()) {
                json.writeFieldName("allows");
                write(json, model.allows());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Points points) throws IOException {
        switch (points) {
            case Points.OfRating ofRating -> {}
            case Points.OfAttainment ofAttainment -> {
                json.writeObjectFieldStart("points");
                write(json, "bonus", ofAttainment.bonus());
                write(json, "highest", ofAttainment.highest());
                write(json, "penaltyBelow", ofAttainment.penaltyBelow());
                write(json, "penalty", ofAttainment.penalty());
                write(json, "lowest", ofAttainment.lowest());
                json.writeEndObject();
            }
        }
    }

    private static void write(JsonGenerator json, RollUpRule rollUp) throws IOException {
        if (rollUp instanceof RollUpRule.Mean) {
            return;
        }
        json.writeObjectFieldStart("rollUp");
        json.writeStringField("by", rollUp.code());
        if (rollUp instanceof RollUpRule.Grades(List<RollUpRule.Grade> grades)) {
            json.writeArrayFieldStart("grades");
            for (RollUpRule.Grade grade : grades) {
                json.writeStartObject();
                json.writeStringField("code", grade.code());
                write(json, grade.name());
                write(json, "pointsFrom", grade.pointsFrom());
                write(json, "onTimeFrom", grade.onTimeFrom());
                write(json, "exceededFrom", grade.exceededFrom());
                write(json, "lateUpTo", grade.lateUpTo());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** One spelling of one value. */
    private static void write(JsonGenerator json, String field, @Nullable BigDecimal number) throws IOException {
        if (number != null) {
            json.writeStringField(field, number.stripTrailingZeros().toPlainString());
        }
    }

    private static void write(JsonGenerator json, String field, Sentence text) throws IOException {
        json.writeObjectFieldStart(field);
        write(json, text);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", row.rule());
        json.writeArrayFieldStart("when");
        for (Condition condition : row.when()) {
            switch (condition) {
                case Condition.Any any -> json.writeString("-");
                case Condition.OneOf oneOf -> write(json, oneOf);
            }
        }
        json.writeEndArray();
        json.writeStringField("rating", row.rating().code());
        json.writeArrayFieldStart("flags");
        for (Flag flag : row.flags()) {
            write(json, flag);
        }
        json.writeEndArray();
        write(json, row.says());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Alert alert) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", alert.rule());
        json.writeObjectFieldStart("when");
        for (Map.Entry<Fact, Condition.OneOf> asked : alert.when().entrySet()) {
            json.writeFieldName(asked.getKey().code());
            write(json, asked.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("flag");
        write(json, alert.flag());
        write(json, alert.says());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Condition.OneOf oneOf) throws IOException {
        if (oneOf.words().size() == 1) {
            json.writeString(oneOf.words().getFirst().code());
        } else {
            write(json, oneOf.words());
        }
    }

    private static void write(JsonGenerator json, Flag flag) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", flag.code());
        json.writeStringField("severity", flag.severity().code());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Sentence says) throws IOException {
        json.writeStringField("vi", says.vi());
        json.writeStringField("en", says.en());
    }

    private static void write(JsonGenerator json, List<? extends Coded> words) throws IOException {
        json.writeStartArray();
        for (Coded word : words) {
            json.writeString(word.code());
        }
        json.writeEndArray();
    }
}
