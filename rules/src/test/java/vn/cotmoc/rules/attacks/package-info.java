/** The attack corpus: what was tried, what stops it, and that it would have worked. */
@NullMarked
package vn.cotmoc.rules.attacks;

import org.jspecify.annotations.NullMarked;
