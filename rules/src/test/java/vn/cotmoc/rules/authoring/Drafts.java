package vn.cotmoc.rules.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

/** Small models as an author writes them, and the workshop. */
final class Drafts {

    static final RuleWorkshop WORKSHOP = new Workshop(new InterpreterEngine());
    static final String NATIONAL = ShippedRuleSets.nationalDefault().json();

    /** Decides everything that can be, with a warning beside it. */
    static final String GOOD = model(
                    "first",
                    "phase evidence",
                    "begun: ahead -: insufficient-data",
                    "silent: running|ended none|incomparable: insufficient-data",
                    "partly: running partial: on-track",
                    "short: ended partial: insufficient-data: missing",
                    "wholly: - full: met")
            .replaceFirst("}$", """
                    ,"alerts":[{"rule":"old","when":{"phase":"running","age":"stale"},"flag":{"code":"stale","severity":"low"},\
                    "vi":"Cũ: {newest}.","en":"Old: {newest}."}]}""");

    private Drafts() {}

    /** @param rows each {@code id: cells: rating} or {@code id: cells: rating: flag}, of cells {@code a b|c -} */
    static String model(String hit, String columns, String... rows) {
        return """
                {"id":"small","version":"1.0","hit":"%s","columns":[%s],"rows":[%s]}""".formatted(
                        hit,
                        Arrays.stream(columns.split(" ")).map(Drafts::quoted).collect(Collectors.joining(",")),
                        Arrays.stream(rows).map(Drafts::row).collect(Collectors.joining(",")));
    }

    private static String row(String row) {
        String[] parts = row.split(": ");
        String cells = Arrays.stream(parts[1].split(" ")).map(Drafts::cell).collect(Collectors.joining(","));
        String flags = parts.length == 3 ? "" : "{\"code\":\"%s\",\"severity\":\"low\"}".formatted(parts[3]);
        return """
                {"rule":"%s","when":[%s],"rating":"%s","flags":[%s],"vi":"Câu %s.","en":"Words %s."}""".formatted(parts[0], cells, parts[2], flags, parts[0], parts[0]);
    }

    private static String cell(String cell) {
        String words = Stream.of(cell.split("\\|")).map(Drafts::quoted).collect(Collectors.joining(","));
        return cell.contains("|") ? "[" + words + "]" : words;
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    /** Models alone. */
    static Merged merge(String base, String mine, String theirs) {
        return WORKSHOP.merge(text(base), text(mine), text(theirs));
    }

    private static RuleWorkshop.Text text(String model) {
        return new RuleWorkshop.Text(model, List.of());
    }

    static List<Remark> remarks(String model) {
        return WORKSHOP.review(model).remarks();
    }

    /** {@code code at} of each. */
    static List<String> said(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> (remark.code().code() + " " + remark.at()).strip())
                .toList();
    }

    static Optional<Remark> first(List<Remark> remarks, Remark.Code code) {
        return remarks.stream().filter(remark -> remark.code() == code).findFirst();
    }

    static String repeated(int times, String text) {
        return IntStream.range(0, times).mapToObj(i -> text.formatted(i)).collect(Collectors.joining(","));
    }
}
