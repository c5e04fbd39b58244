/** Who changed what, when, and by which paper. */
@NullMarked
package vn.cotmoc.core.audit;

import org.jspecify.annotations.NullMarked;
