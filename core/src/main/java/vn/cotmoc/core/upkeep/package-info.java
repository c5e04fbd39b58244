/** The house clears up after itself. */
@NullMarked
package vn.cotmoc.core.upkeep;

import org.jspecify.annotations.NullMarked;
