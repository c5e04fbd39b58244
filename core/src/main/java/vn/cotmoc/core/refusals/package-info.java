/** What the house cannot do for a caller, and why. */
@NullMarked
package vn.cotmoc.core.refusals;

import org.jspecify.annotations.NullMarked;
