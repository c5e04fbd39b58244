/** What national rules would change, over HTTP. */
@NullMarked
package vn.cotmoc.web.impacts;

import org.jspecify.annotations.NullMarked;
