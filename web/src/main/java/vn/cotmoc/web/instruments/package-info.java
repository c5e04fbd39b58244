/** Instruments over HTTP. */
@NullMarked
package vn.cotmoc.web.instruments;

import org.jspecify.annotations.NullMarked;
