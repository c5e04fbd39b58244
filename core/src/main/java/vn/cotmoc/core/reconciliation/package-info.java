/** What the parts of a target make together, beside the target itself. */
@NullMarked
package vn.cotmoc.core.reconciliation;

import org.jspecify.annotations.NullMarked;
