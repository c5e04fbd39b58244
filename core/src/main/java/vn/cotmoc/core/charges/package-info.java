/** Who answers for a target: its owner and the units that coordinate. */
@NullMarked
package vn.cotmoc.core.charges;

import org.jspecify.annotations.NullMarked;
