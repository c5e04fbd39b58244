/** Cut points of the rating bands, as dated data. */
@NullMarked
package vn.cotmoc.core.thresholds;

import org.jspecify.annotations.NullMarked;
