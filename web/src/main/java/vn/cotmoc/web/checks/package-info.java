/** Checks of figures over HTTP. */
@NullMarked
package vn.cotmoc.web.checks;

import org.jspecify.annotations.NullMarked;
