package vn.cotmoc.tenants.identity;

import io.micronaut.security.annotation.Secured;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets in anyone who has a role in the caller's province, and whoever writes the nation's rules, in the nation's workspace. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Secured({Role.VIEWER, Role.OFFICER, Role.APPROVER, Role.RULE_AUTHOR, Role.PROVINCE_ADMIN, Role.MINISTRY_RULE_AUTHOR})
public @interface RuleReaders {}
