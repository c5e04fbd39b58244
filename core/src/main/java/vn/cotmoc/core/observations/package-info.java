/** Figures as vintages: what was known when. */
@NullMarked
package vn.cotmoc.core.observations;

import org.jspecify.annotations.NullMarked;
