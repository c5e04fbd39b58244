@NullMarked
package vn.cotmoc.tenants.onboarding;

import org.jspecify.annotations.NullMarked;
