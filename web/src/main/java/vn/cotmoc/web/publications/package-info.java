/** Publication to the ministry and its overview, over HTTP. */
@NullMarked
package vn.cotmoc.web.publications;

import org.jspecify.annotations.NullMarked;
