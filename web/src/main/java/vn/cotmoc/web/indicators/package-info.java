/** Indicators over HTTP. */
@NullMarked
package vn.cotmoc.web.indicators;

import org.jspecify.annotations.NullMarked;
