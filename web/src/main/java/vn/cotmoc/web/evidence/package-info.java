/** Files over HTTP. */
@NullMarked
package vn.cotmoc.web.evidence;

import org.jspecify.annotations.NullMarked;
