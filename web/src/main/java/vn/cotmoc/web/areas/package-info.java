/** Areas over HTTP. */
@NullMarked
package vn.cotmoc.web.areas;

import org.jspecify.annotations.NullMarked;
