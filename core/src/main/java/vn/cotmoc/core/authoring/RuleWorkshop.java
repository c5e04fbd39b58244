package vn.cotmoc.core.authoring;

import java.util.List;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.TargetFacts;

/**
 * What authors of rule sets work with; {@code rules} fills it. A model is JSON as text, perhaps unfinished; it is measured before it
 * is parsed, and nothing in it is ever run but by an engine that walks it. Keeps nothing and may be called from many threads.
 */
public interface RuleWorkshop {

    /** Of a model, as UTF-8. */
    int MOST_BYTES = 256 * 1024;

    /** Of a file that holds a table. */
    int MOST_FILE_BYTES = 1024 * 1024;

    int MOST_CASES = 500;

    /** All that can be said of the model, in the order of its text, then of the table as a whole; a thousand remarks, and always one that blocks if any does. */
    Review review(String model);

    /** A model that can be read, under another id and version. */
    String renamed(String model, String id, String version);

    /** @throws Refusal {@code rules-unreadable} while a remark blocks the model from being read */
    List<EmittedLine> emitted(String model);

    /** Cell by cell; rows and alerts are matched by their ids. @throws Refusal {@code rules-no-json}, at what is none */
    Comparison compare(String before, String after);

    /** A model and its test cases. */
    record Text(String model, List<TestCase> cases) {

        public Text {
            cases = List.copyOf(cases);
        }
    }

    /** What two people made of one text. @throws Refusal {@code rules-no-json}, at what is none */
    Merged merge(Text base, Text mine, Text theirs);

    /** @throws Refusal {@code rules-unreadable}, {@code test-cases-many} */
    Tested test(String model, List<TestCase> cases);

    /** A target for each combination of facts that can be. */
    List<TargetFacts> possible();

    /**
     * Whether more attainment never scores less, unless the model allows it, and missing data is never a success: on all combinations
     * of facts that can be. A remark for each that does not hold, with a counter-example.
     *
     * @throws Refusal {@code rules-unreadable}
     */
    List<Remark> properties(String model);

    /**
     * The decision table of a file, laid over a model that gives all else: what the table does not say of a row is as the model's row
     * of the same id has it. Nothing in the file is run, and nothing is guessed.
     */
    Converted read(byte[] file, TableFormat format, String base);
}
