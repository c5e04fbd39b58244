package vn.cotmoc.core.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.tables.DefaultSchema;

/** Of every table it is decided whether scores depend on it; a new one fails here until it is. */
class CauseTest {

    /** Of no weight for any score: papers, people's work, what follows from scores, and the house's own. */
    private static final Set<String> OF_NO_WEIGHT = Set.of(
            "case_step",
            "change",
            "evidence",
            "finding",
            "flag_case",
            "form",
            "form_deadline",
            "form_line",
            "form_unit",
            "form_version",
            "idempotent_reply",
            "instrument",
            "notification",
            "notification_read",
            "observation_warning",
            "opening",
            "outbox",
            "published_figure",
            "published_plan",
            "published_withdrawal",
            "release_seal",
            "rescoring",
            "rule_code",
            "rule_draft",
            "rule_draft_revision",
            "rule_draft_step",
            "rule_impact",
            "rule_set",
            "scorecard",
            "sheet_import",
            "sheet_row",
            "statement",
            "submission",
            "submission_cell",
            "submission_entry",
            "submission_figure",
            "submission_step",
            "target_charge",
            "statement_figure",
            "target_coordinator",
            "task",
            "task_coordinator",
            "task_progress",
            "task_target",
            "tenant",
            "unit_assignment",
            "unit_member");

    @Test
    void ofEveryTableItIsDecided() {
        Set<String> tables = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field("tenant_id") != null)
                .map(Table::getName)
                .collect(Collectors.toSet());
        Set<String> undecided = new TreeSet<>(tables);
        undecided.removeAll(OF_NO_WEIGHT);
        undecided.removeAll(Cause.kinds());
        assertThat(undecided).isEmpty();
        assertThat(tables).containsAll(OF_NO_WEIGHT);
    }

    @Test
    void aSortOfThingHasOneCause() {
        assertThat(Cause.of("observation")).contains(Cause.FIGURES);
        assertThat(Cause.of("target_revision")).contains(Cause.TARGETS);
        assertThat(Cause.of("scorecard")).as("or a run would ask for the next").isEmpty();
        assertThat(Cause.of("rescoring")).isEmpty();
    }
}
