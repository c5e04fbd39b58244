/** Which province a transaction works for: one small type and one port. */
@NullMarked
package vn.cotmoc.core.tenancy;

import org.jspecify.annotations.NullMarked;
