package vn.cotmoc.core.scoring;

import java.time.Instant;
import java.util.UUID;

/** An assessment that was stored, by whom and when. */
public record Scorecard(UUID id, Instant recordedAt, String recordedBy, Assessment assessment) {}
