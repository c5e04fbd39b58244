/** Targets over HTTP. */
@NullMarked
package vn.cotmoc.web.targets;

import org.jspecify.annotations.NullMarked;
