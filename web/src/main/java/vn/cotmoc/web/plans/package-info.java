/** Plans over HTTP. */
@NullMarked
package vn.cotmoc.web.plans;

import org.jspecify.annotations.NullMarked;
