/** Scores plans again by itself when something changed that a score depends on, and says how far that has come. */
@NullMarked
package vn.cotmoc.core.rescoring;

import org.jspecify.annotations.NullMarked;
