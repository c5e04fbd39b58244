/** Figures over HTTP. */
@NullMarked
package vn.cotmoc.web.observations;

import org.jspecify.annotations.NullMarked;
