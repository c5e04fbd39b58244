package vn.cotmoc.core.notifications;

import vn.cotmoc.core.measure.Coded;

/** What a notification is about. */
public enum NoticeKind implements Coded {
    /** A report's deadline comes near. */
    REPORT_DUE,
    /** It is over, and nothing was submitted. */
    REPORT_OVERDUE,
    REPORT_SUBMITTED,
    REPORT_RETURNED,
    REPORT_APPROVED,
    REPORT_UNLOCKED
}
