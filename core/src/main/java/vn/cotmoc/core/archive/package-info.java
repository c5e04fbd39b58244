/** Everything a province has, in one file that it can take along. */
@NullMarked
package vn.cotmoc.core.archive;

import org.jspecify.annotations.NullMarked;
