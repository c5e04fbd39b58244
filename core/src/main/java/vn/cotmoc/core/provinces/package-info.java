/** Provinces that are open, and those being opened. */
@NullMarked
package vn.cotmoc.core.provinces;

import org.jspecify.annotations.NullMarked;
