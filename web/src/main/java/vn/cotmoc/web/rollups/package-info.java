/** How targets stand together, over HTTP. */
@NullMarked
package vn.cotmoc.web.rollups;

import org.jspecify.annotations.NullMarked;
