/** A second engine that walks the table itself: the oracle of the first, and the instant preview. */
@NullMarked
package vn.cotmoc.rules.interpreter;

import org.jspecify.annotations.NullMarked;
