/** Exact amounts, ratios and identifiers. */
@NullMarked
package vn.cotmoc.core.measure;

import org.jspecify.annotations.NullMarked;
