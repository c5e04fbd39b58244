package vn.cotmoc.tenants.identity;

import io.micronaut.security.annotation.Secured;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets in anyone of the ministry. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Secured({Role.MINISTRY_VIEWER, Role.MINISTRY_RULE_AUTHOR})
public @interface MinistryReaders {}
