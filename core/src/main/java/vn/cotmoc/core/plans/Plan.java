package vn.cotmoc.core.plans;

import java.util.UUID;
import vn.cotmoc.core.periods.Period;

/** A plan of a year or a term; {@code version} grows with every change. */
public record Plan(UUID id, Period period, String title, PlanStatus status, int version) {}
