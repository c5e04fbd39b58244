/** Who reports what: departments and committees, their members, and the indicators assigned to them. */
@NullMarked
package vn.cotmoc.core.units;

import org.jspecify.annotations.NullMarked;
