/** Plans of a year or a term. */
@NullMarked
package vn.cotmoc.core.plans;

import org.jspecify.annotations.NullMarked;
