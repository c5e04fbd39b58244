/** Where a target should be by when, where it is, and what the rest of its period must still bring. */
@NullMarked
package vn.cotmoc.core.pace;

import org.jspecify.annotations.NullMarked;
