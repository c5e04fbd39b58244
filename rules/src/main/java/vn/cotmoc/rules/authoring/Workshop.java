package vn.cotmoc.rules.authoring;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Comparison;
import vn.cotmoc.core.authoring.Converted;
import vn.cotmoc.core.authoring.EmittedLine;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.authoring.Review;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TableFormat;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.authoring.Tested;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.decisiontables.Alert;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;

/** Models as their authors leave them: read leniently for remarks, strictly for all else. */
@Singleton
final class Workshop implements RuleWorkshop {

    private static final Pattern BEGINS = Pattern.compile("rule \"r_(\\d+)\"");

    private final InterpreterEngine engine;

    Workshop(InterpreterEngine engine) {
        this.engine = engine;
    }

    @Override
    public Review review(String model) {
        Remarks remarks = new Remarks();
        try {
            TableReview.of(new DraftReader(remarks).read(Node.parse(model)), remarks);
        } catch (Node.Unreadable unreadable) {
            return new Review(List.of(unreadable.remark()), null);
        }
        RuleSet ruleSet = null;
        try {
            ruleSet = SealedModel.seal(RuleModelJson.read(model)).ruleSet();
        } catch (RuleModelFault fault) {
            if (!remarks.blocks()) {
                remarks.add(Code.UNREADABLE, fault.at(), null, String.valueOf(fault.getMessage()));
            }
        }
        return new Review(remarks.all(), ruleSet);
    }

    @Override
    public String renamed(String text, String id, String version) {
        RuleModel model = strictly(text);
        return RuleModelJson.write(new RuleModel(
                id,
                version,
                model.engine(),
                model.hit(),
                model.columns(),
                model.rows(),
                model.alerts(),
                model.about(),
                model.points(),
                model.rollUp(),
                model.allows()));
    }

    private static RuleModel strictly(String model) {
        try {
            Node.parse(model);
            return RuleModelJson.read(model);
        } catch (Node.Unreadable | RuleModelFault unreadable) {
            throw Refusal.invalid("rules-unreadable", "/model");
        }
    }

    @Override
    public List<EmittedLine> emitted(String text) {
        RuleModel model = strictly(text);
        List<String> rules = Stream.concat(
                        model.rows().stream().map(Row::rule),
                        model.alerts().stream().map(Alert::rule))
                .toList();
        List<EmittedLine> lines = new ArrayList<>();
        String rule = null;
        for (String line : Drl.of(model).text().lines().toList()) {
            rule = begun(line, rules, rule);
            lines.add(new EmittedLine(lines.size() + 1, line, rule));
            rule = line.equals("end") ? null : rule;
        }
        return List.copyOf(lines);
    }

    private static @Nullable String begun(String line, List<String> rules, @Nullable String rule) {
        Matcher begins = BEGINS.matcher(line);
        return begins.matches() ? rules.get(Integer.parseInt(begins.group(1)) - 1) : rule;
    }

    @Override
    public Comparison compare(String before, String after) {
        return Comparing.of(things(before, "/before"), things(after, "/after"));
    }

    @Override
    public Merged merge(Text base, Text mine, Text theirs) {
        return new Merging(things(base, "/base"), things(mine, "/mine"), things(theirs, "/theirs")).merged();
    }

    private static Things things(Text text, String at) {
        return things(text.model(), at).with(CaseCells.of(text.cases()));
    }

    private static Things things(String model, String at) {
        try {
            if (Node.parse(model) instanceof Node.Fields fields) {
                return Things.of(fields);
            }
        } catch (Node.Unreadable unreadable) {
            // Said below: whoever compares has no use for where it breaks off.
        }
        throw Refusal.invalid("rules-no-json", at);
    }

    @Override
    public Tested test(String text, List<TestCase> cases) {
        if (cases.size() > MOST_CASES) {
            throw Refusal.invalid("test-cases-many", "/cases", "count", cases.size(), "most", MOST_CASES);
        }
        SealedModel sealed = SealedModel.seal(strictly(text));
        return new Testing(sealed.model(), sealed.ruleSet(), engine).test(cases);
    }

    @Override
    public List<TargetFacts> possible() {
        return Possible.combinations().stream().mapToObj(Properties::facts).toList();
    }

    @Override
    public List<Remark> properties(String text) {
        Remarks remarks = new Remarks();
        Properties.of(strictly(text), remarks);
        return remarks.all();
    }

    @Override
    public Converted read(byte[] file, TableFormat format, String base) {
        RuleModel model = strictly(base);
        Remarks remarks = new Remarks();
        if (file.length > MOST_FILE_BYTES) {
            remarks.add(Code.TOO_LARGE, "", null, file.length, MOST_FILE_BYTES);
            return new Converted(null, remarks.all());
        }
        String converted = new Conversion(model, remarks)
                .of(
                        switch (format) {
                            case XLSX -> SheetTable.read(file, remarks);
                            case DMN -> DmnTable.read(file, remarks);
                        });
        return new Converted(converted, remarks.all());
    }
}
