package vn.cotmoc.core.observations;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a figure was recorded by mistake.
 *
 * @param withdrawnOn the first day as of which it counts no more
 */
public record Withdrawal(LocalDate withdrawnOn, String reason, Instant recordedAt, String recordedBy) {}
