/** Opening a province: its organization, its first administrator and its first rows, in one operation. */
@NullMarked
package vn.cotmoc.tenants.onboarding;

import org.jspecify.annotations.NullMarked;
