package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.rules.authoring.Drafts.NATIONAL;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.authoring.Review;

/** Whatever somebody does to a model, it is reviewed, compared and merged; and what engines refuse is named by what is wrong with it. */
class SpoiltDraftTest {

    private static final List<Node> INSTEAD = List.of(
            new Node.Text("x"),
            new Node.Text(""),
            new Node.Text("met"),
            new Node.Items(List.of()),
            new Node.Items(List.of(new Node.Text("full"), new Node.Text("full"))),
            new Node.Fields(Map.of(), Set.of()),
            new Node.Bare("null"),
            new Node.Bare("1.5"));

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aSpoiltModelIsReviewedAndMerged(
            @ForAll @IntRange(min = 0, max = 700) int place, @ForAll @IntRange(min = 0, max = 7) int instead)
            throws Node.Unreadable {
        String spoilt = spoilt(Node.parse(NATIONAL), new AtomicInteger(place), INSTEAD.get(instead))
                .write();

        Review review = WORKSHOP.review(spoilt);

        assertThat(review.remarks()).noneMatch(remark -> remark.code() == Code.UNREADABLE);
        if (review.ruleSet() == null) {
            assertThat(review.isBlocked()).isTrue();
        }
        if (spoilt.startsWith("{")) {
            assertThat(WORKSHOP.compare(NATIONAL, spoilt)).isNotNull();
            Merged merged = Drafts.merge(NATIONAL, spoilt, NATIONAL);
            assertThat(WORKSHOP.compare(spoilt, merged.model()).changed()).isEmpty();
        }
    }

    /** The same, but for the node that is reached when so many were passed. */
    private static Node spoilt(Node node, AtomicInteger left, Node instead) {
        if (left.getAndDecrement() == 0) {
            return instead;
        }
        return switch (node) {
            case Node.Text text -> text;
            case Node.Bare bare -> bare;
            case Node.Items(List<Node> items) -> {
                List<Node> other = new ArrayList<>();
                items.forEach(item -> other.add(spoilt(item, left, instead)));
                yield new Node.Items(other);
            }
            case Node.Fields fields -> {
                Map<String, Node> other = new LinkedHashMap<>();
                fields.fields().forEach((name, value) -> other.put(name, spoilt(value, left, instead)));
                yield new Node.Fields(other, Set.of());
            }
        };
    }
}
