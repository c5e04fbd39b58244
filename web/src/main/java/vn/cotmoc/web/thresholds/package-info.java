/** Thresholds over HTTP. */
@NullMarked
package vn.cotmoc.web.thresholds;

import org.jspecify.annotations.NullMarked;
