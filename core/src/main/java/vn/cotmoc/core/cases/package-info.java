/** What people do about a flag: from the run that opens a case to the data that clear it. */
@NullMarked
package vn.cotmoc.core.cases;

import org.jspecify.annotations.NullMarked;
