/** Changes over HTTP. */
@NullMarked
package vn.cotmoc.web.audit;

import org.jspecify.annotations.NullMarked;
