/** What a national release that does not hold yet would change in the provinces that follow it. */
@NullMarked
package vn.cotmoc.core.impacts;

import org.jspecify.annotations.NullMarked;
