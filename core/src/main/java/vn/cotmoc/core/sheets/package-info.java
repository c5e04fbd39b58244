/** Reports as spreadsheets: written to be filled in, read back row by row, stored when somebody confirmed them. */
@NullMarked
package vn.cotmoc.core.sheets;

import org.jspecify.annotations.NullMarked;
