package vn.cotmoc.tenants.identity;

import java.util.Set;

/** What callers may be, as constants for {@code @Secured}: five in a province, three above all provinces. */
public final class Role {

    public static final String VIEWER = "viewer";
    /** Enters figures (nhập số liệu). */
    public static final String OFFICER = "officer";

    public static final String APPROVER = "approver";
    public static final String RULE_AUTHOR = "rule-author";
    public static final String PROVINCE_ADMIN = "province-admin";

    public static final String MINISTRY_VIEWER = "ministry-viewer";
    public static final String MINISTRY_RULE_AUTHOR = "ministry-rule-author";
    public static final String PLATFORM_ADMIN = "platform-admin";

    /** Groups of a province's organization. */
    public static final Set<String> OF_PROVINCE = Set.of(VIEWER, OFFICER, APPROVER, RULE_AUTHOR, PROVINCE_ADMIN);

    /** Client roles of the API. */
    public static final Set<String> CENTRAL = Set.of(MINISTRY_VIEWER, MINISTRY_RULE_AUTHOR, PLATFORM_ADMIN);

    private Role() {}
}
