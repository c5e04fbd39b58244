package vn.cotmoc.web.observations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.observations.RecordObservations;
import vn.cotmoc.web.checks.WarningJson;

/**
 * What was stored of a file of figures, all of it.
 *
 * @param id that the trail knows it by
 * @param figures how many
 * @param warned how many of them raised a warning
 * @param warnings of the first hundred of those
 */
@Serdeable
@Schema(name = "RecordedFigures")
record RecordedJson(UUID id, Instant recordedAt, int figures, int warned, List<LineJson> warnings) {

    static RecordedJson of(RecordObservations.Recorded recorded) {
        return new RecordedJson(
                recorded.id(),
                recorded.recordedAt(),
                recorded.figures(),
                recorded.warned(),
                recorded.remarks().stream()
                        .map(remark -> new LineJson(
                                remark.line(),
                                remark.indicator(),
                                remark.warnings().stream().map(WarningJson::of).toList()))
                        .toList());
    }

    /** @param line of the file, from 1 on */
    @Serdeable
    @Schema(name = "WarnedLine")
    record LineJson(int line, String indicator, List<WarningJson> warnings) {}
}
