/** Over HTTP: who answers for a target. */
@NullMarked
package vn.cotmoc.web.charges;

import org.jspecify.annotations.NullMarked;
