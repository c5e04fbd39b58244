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
    REPORT_UNLOCKED,
    CASE_OPENED,
    /** Its flag has become severe. */
    CASE_WORSENED,
    CASE_ASSIGNED,
    EXPLANATION_REQUESTED,
    EXPLANATION_RETURNED,
    EXPLANATION_OVERDUE,
    CASE_EXPLAINED,
    /** It was accepted until a day that has passed, or the last task agreed on in it was given up. */
    CASE_REOPENED,
    TASK_ASSIGNED,
    TASK_OVERDUE,
    TASK_DONE
}
