/** Where a target should be by when and where it is, on its way through its period. */
@NullMarked
package vn.cotmoc.core.pace;

import org.jspecify.annotations.NullMarked;
