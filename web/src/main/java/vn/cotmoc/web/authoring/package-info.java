/** Rule sets while they are written, over HTTP. */
@NullMarked
package vn.cotmoc.web.authoring;

import org.jspecify.annotations.NullMarked;
