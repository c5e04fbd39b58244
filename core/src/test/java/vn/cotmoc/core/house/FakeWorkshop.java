package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import vn.cotmoc.core.authoring.Comparison;
import vn.cotmoc.core.authoring.Converted;
import vn.cotmoc.core.authoring.EmittedLine;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Review;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TableFormat;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.authoring.Tested;
import vn.cotmoc.core.scoring.RuleReader;
import vn.cotmoc.core.scoring.TargetFacts;

/**
 * For the life of drafts alone: a model is {@code {"id": "x", "version": "1"}} with anything after it; what has {@code gap} in it is
 * blocked, and a test case holds if it expects {@code met}.
 */
@Singleton
@Requires(property = House.PROPERTY)
final class FakeWorkshop implements RuleWorkshop {

    private final RuleReader reader;

    FakeWorkshop(RuleReader reader) {
        this.reader = reader;
    }

    @Override
    public String renamed(String model, String id, String version) {
        return "{\"id\": \"%s\", \"version\": \"%s\"}".formatted(id, version);
    }

    @Override
    public Review review(String model) {
        return model.contains("gap")
                ? new Review(List.of(Remark.of(Remark.Code.TOO_COMPLEX, "", null)), reader.read(model))
                : new Review(List.of(), reader.read(model));
    }

    @Override
    public Tested test(String model, List<TestCase> cases) {
        return new Tested(
                cases.stream()
                        .map(one -> new Tested.Result(one.id(), one.rating().equals("met"), null, List.of()))
                        .toList(),
                List.of());
    }

    @Override
    public List<TargetFacts> possible() {
        return List.of();
    }

    @Override
    public List<Remark> properties(String model) {
        return List.of();
    }

    @Override
    public List<EmittedLine> emitted(String model) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Comparison compare(String before, String after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Merged merge(Text base, Text mine, Text theirs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Converted read(byte[] file, TableFormat format, String base) {
        throw new UnsupportedOperationException();
    }
}
