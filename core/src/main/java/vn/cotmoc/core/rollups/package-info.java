/** How targets stand together: a group, a place, a plan, a province. */
@NullMarked
package vn.cotmoc.core.rollups;

import org.jspecify.annotations.NullMarked;
