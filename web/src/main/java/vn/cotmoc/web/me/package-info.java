/** Who is calling. */
@NullMarked
package vn.cotmoc.web.me;

import org.jspecify.annotations.NullMarked;
