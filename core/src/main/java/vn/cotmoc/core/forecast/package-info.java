/** How a series is likely to end, by what it has done so far: numbers in, numbers out. */
@NullMarked
package vn.cotmoc.core.forecast;

import org.jspecify.annotations.NullMarked;
