package vn.cotmoc.web.publications;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import vn.cotmoc.core.publications.PublishFigures;

/** What a publication released that was new to the ministry. */
@Serdeable
@Schema(name = "Publication")
record PublicationJson(String period, int figures, int scorecards) {

    static PublicationJson of(PublishFigures.Published published) {
        return new PublicationJson(published.period().toString(), published.figures(), published.scorecards());
    }

    /** @param period a year */
    @Serdeable
    @Schema(name = "NewPublication")
    record PublishJson(String period) {}
}
