/** Reporting and planning periods. */
@NullMarked
package vn.cotmoc.core.periods;

import org.jspecify.annotations.NullMarked;
