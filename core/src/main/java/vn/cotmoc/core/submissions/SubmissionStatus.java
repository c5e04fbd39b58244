package vn.cotmoc.core.submissions;

import java.util.Set;
import vn.cotmoc.core.measure.Coded;

/** The life of a report. */
public enum SubmissionStatus implements Coded {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    LOCKED,
    PUBLISHED,
    UNLOCKED;

    /** What a report can become next. */
    public Set<SubmissionStatus> next() {
        return switch (this) {
            case DRAFT, RETURNED, UNLOCKED -> Set.of(SUBMITTED);
            case SUBMITTED -> Set.of(RETURNED, APPROVED);
            case APPROVED -> Set.of(LOCKED, UNLOCKED);
            case LOCKED -> Set.of(PUBLISHED, UNLOCKED);
            case PUBLISHED -> Set.of(UNLOCKED);
        };
    }

    /** Whether its unit may write into it. */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, RETURNED, UNLOCKED -> true;
            case SUBMITTED, APPROVED, LOCKED, PUBLISHED -> false;
        };
    }

    /** Whether its unit stands by what it holds: handed in, or handed in once and approved. */
    boolean isHandedIn() {
        return switch (this) {
            case SUBMITTED, APPROVED, LOCKED, PUBLISHED, UNLOCKED -> true;
            case DRAFT, RETURNED -> false;
        };
    }

    /** Whether its figures are those that a second person found right. */
    public boolean isApproved() {
        return this == APPROVED || isLocked();
    }

    /** Whether its figures take no vintages from other reports either. */
    public boolean isLocked() {
        return this == LOCKED || this == PUBLISHED;
    }

    /** Whether whoever decides it must say why. */
    boolean needsComment() {
        return this == RETURNED || this == UNLOCKED;
    }
}
