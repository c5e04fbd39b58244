/** Opening provinces, over HTTP. */
@NullMarked
package vn.cotmoc.web.provinces;

import org.jspecify.annotations.NullMarked;
