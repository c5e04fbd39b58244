/** What is measured: the national catalogue and a province's own set. */
@NullMarked
package vn.cotmoc.core.indicators;

import org.jspecify.annotations.NullMarked;
