package vn.cotmoc.rules.decisiontables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.Severity;

/** The published schema of a rule set, as the code has it. */
final class Schema {

    private static final String ID = "https://cotmoc.vn/schemas/rule-set.schema.json";

    private static final String CODE = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
    private static final String SAID = "\\S";
    private static final String DECIMAL = "^[0-9]{1,4}(\\.[0-9]{1,6})?$";
    private static final String SHARE = "^(0{1,4}(\\.[0-9]{1,6})?|0{0,3}1(\\.0{1,6})?)$";
    private static final String TO_TEN = "^(0{0,3}[0-9](\\.[0-9]{1,6})?|0{0,2}10(\\.0{1,6})?)$";
    private static final String HIGHEST = "^(0?1[0-9]{2}(\\.[0-9]{1,6})?|0?200(\\.0{1,6})?)$";
    private static final String LOWEST =
            "^(0{0,3}[0-9]|0{0,2}[1-8][0-9]|0{0,2}9[0-8])(\\.[0-9]{1,6})?$|^0{0,2}99(\\.0{1,6})?$";

    private Schema() {}

    static Map<String, Object> ofTheCode() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.putAll(said(
                object(
                        List.of("id", "version", "hit", "columns", "rows"),
                        "id",
                        said(text("^[a-z][a-z0-9-]{0,59}$"), "Mã bộ quy tắc", "Id"),
                        "version",
                        said(text("^[0-9]{1,6}(\\.[0-9]{1,6}){0,2}$"), "Phiên bản, như 1.0.0", "Version, e.g. 1.0.0"),
                        "engine",
                        said(code(), "Bộ đánh giá; mặc định drools", "Engine; drools by default"),
                        "about",
                        said(
                                object(
                                        List.of("name", "says", "source"),
                                        "name",
                                        said(both(RuleModel.LONGEST_NAME), "Tên", "Name"),
                                        "says",
                                        said(both(RuleModel.LONGEST_TEXT), "Mô tả", "What it does"),
                                        "source",
                                        said(both(RuleModel.LONGEST_TEXT), "Nguồn", "Source")),
                                "Giới thiệu",
                                "About"),
                        "hit",
                        said(words(HitPolicy.values()), "Cách chọn dòng", "Hit policy"),
                        "columns",
                        said(
                                list(words(Fact.values()), 1, Fact.values().length, true),
                                "Các cột, đứng trước các dòng",
                                "Columns, before the rows"),
                        "rows",
                        said(
                                list(row(), 1, RuleModel.MOST_ROWS, false),
                                "Các dòng, theo thứ tự",
                                "Rows, in their order"),
                        "alerts",
                        said(list(alert(), 0, RuleModel.MOST_ALERTS, false), "Các cảnh báo", "Alerts"),
                        "points",
                        said(points(), "Điểm theo phần trăm hoàn thành", "Points by the per cent attained"),
                        "rollUp",
                        said(rollUp(), "Cách tổng hợp", "Roll-up"),
                        "allows",
                        said(
                                list(words(Allowance.values()), 0, Allowance.values().length, true),
                                "Điều cố ý",
                                "What is meant on purpose")),
                "Bộ quy tắc đánh giá",
                "Rule set"));
        return schema;
    }

    private static Map<String, Object> row() {
        List<Object> cells = new ArrayList<>(List.of(Map.of("const", "-")));
        Stream.of(Fact.values()).forEach(fact -> cells.add(cell(fact)));
        return object(
                List.of("rule", "when", "rating", "flags", "vi", "en"),
                "rule",
                said(code(), "Mã quy tắc", "Rule id"),
                "when",
                said(
                        list(Map.of("anyOf", cells), 1, Fact.values().length, false),
                        "Mỗi cột một ô: một từ, nhiều từ, hoặc -",
                        "A cell for each column: a word, several, or -"),
                "rating",
                said(words(Rating.values()), "Xếp mức", "Rating"),
                "flags",
                said(list(flag(), 0, Row.MOST_FLAGS, false), "Cờ nêu lên", "Flags raised"),
                "vi",
                said(sentence(), "Câu tiếng Việt", "Sentence in Vietnamese"),
                "en",
                said(sentence(), "Câu tiếng Anh", "Sentence in English"));
    }

    private static Map<String, Object> alert() {
        List<Object> facts = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            facts.add(fact.code());
            facts.add(cell(fact));
        }
        Map<String, Object> when = object(List.of(), facts.toArray());
        when.put("minProperties", 1);
        return object(
                List.of("rule", "when", "flag", "vi", "en"),
                "rule",
                said(code(), "Mã cảnh báo", "Alert id"),
                "when",
                said(when, "Điều kiện theo dữ kiện", "Conditions by facts"),
                "flag",
                flag(),
                "vi",
                said(sentence(), "Câu tiếng Việt", "Sentence in Vietnamese"),
                "en",
                said(sentence(), "Câu tiếng Anh", "Sentence in English"));
    }

    /** A word of the fact, or several. */
    private static Map<String, Object> cell(Fact fact) {
        Coded[] words = fact.words().toArray(Coded[]::new);
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("anyOf", List.of(words(words), list(words(words), 1, words.length, true)));
        return said(cell, fact.label().vi(), fact.label().en());
    }

    private static Map<String, Object> flag() {
        return said(
                object(
                        List.of("code", "severity"),
                        "code",
                        said(code(), "Mã cờ", "Code"),
                        "severity",
                        said(words(Severity.values()), "Mức độ", "Severity")),
                "Cờ",
                "Flag");
    }

    private static Map<String, Object> points() {
        return object(
                List.of("bonus", "highest", "penaltyBelow", "penalty", "lowest"),
                "bonus",
                said(text(TO_TEN), "Điểm thưởng mỗi phần trăm trên 100", "Points for each per cent above 100"),
                "highest",
                said(text(HIGHEST), "Điểm cao nhất, 100 đến 200", "Cap, 100 to 200"),
                "penaltyBelow",
                said(text(SHARE), "Tỷ lệ 0 đến 1; dưới đó bị trừ", "Share of one; a penalty below it"),
                "penalty",
                said(text(TO_TEN), "Điểm trừ mỗi phần trăm thiếu", "Points for each per cent below"),
                "lowest",
                said(text(LOWEST), "Điểm thấp nhất, 0 đến 99", "Floor, 0 to 99"));
    }

    private static Map<String, Object> rollUp() {
        Map<String, Object> grade = object(
                List.of("code", "vi", "en"),
                "code",
                said(code(), "Mã mức", "Code"),
                "vi",
                said(plain(RuleModel.LONGEST_NAME), "Tên tiếng Việt", "Name in Vietnamese"),
                "en",
                said(plain(RuleModel.LONGEST_NAME), "Tên tiếng Anh", "Name in English"),
                "pointsFrom",
                said(text(DECIMAL), "Từ số điểm này, trên 100", "From so many points of a hundred"),
                "onTimeFrom",
                said(text(SHARE), "Tỷ lệ đúng hạn, 0 đến 1", "Share on time, of one"),
                "exceededFrom",
                said(text(SHARE), "Tỷ lệ vượt, 0 đến 1", "Share exceeded, of one"),
                "lateUpTo",
                said(text(SHARE), "Tỷ lệ chậm tối đa, 0 đến 1", "Share late at most, of one"));
        Map<String, Object> rollUp = object(
                List.of("by"),
                "by",
                Map.of("enum", List.of("worst", "all", "grades")),
                "grades",
                said(
                        list(grade, 2, RuleModel.MOST_GRADES, false),
                        "Các mức, tốt nhất trước",
                        "Grades, the best first"));
        rollUp.put("if", Map.of("properties", Map.of("by", Map.of("const", "grades"))));
        rollUp.put("then", Map.of("required", List.of("grades")));
        return rollUp;
    }

    private static Map<String, Object> object(List<String> required, Object... namesAndSchemas) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            properties.put((String) namesAndSchemas[i], namesAndSchemas[i + 1]);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> list(Map<String, Object> of, int least, int most, boolean once) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", of);
        list.put("minItems", least);
        list.put("maxItems", most);
        if (once) {
            list.put("uniqueItems", true);
        }
        return list;
    }

    private static Map<String, Object> words(Coded[] words) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("enum", Arrays.stream(words).map(Coded::code).toList());
        return one;
    }

    private static Map<String, Object> text(String pattern) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        text.put("pattern", pattern);
        return text;
    }

    private static Map<String, Object> code() {
        Map<String, Object> code = text(CODE);
        code.put("maxLength", 40);
        return code;
    }

    private static Map<String, Object> plain(int longest) {
        Map<String, Object> plain = text(SAID);
        plain.put("maxLength", longest);
        return plain;
    }

    private static Map<String, Object> both(int longest) {
        return object(List.of("vi", "en"), "vi", plain(longest), "en", plain(longest));
    }

    /** Whatever it leaves open is known. */
    private static Map<String, Object> sentence() {
        String known = Stream.of(Placeholder.values()).map(Coded::code).collect(Collectors.joining("|"));
        Map<String, Object> sentence = plain(Placeholder.LONGEST_SENTENCE);
        sentence.put("allOf", List.of(Map.of("pattern", "^([^{}]|\\{(%s)\\})*$".formatted(known))));
        return sentence;
    }

    private static Map<String, Object> said(Map<String, Object> schema, String vi, String en) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", "%s · %s".formatted(vi, en));
        said.putAll(schema);
        return said;
    }
}
