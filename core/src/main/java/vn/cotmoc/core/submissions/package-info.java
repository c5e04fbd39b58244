/** Units' reports for a period: from the draft to what is published, and who is late. */
@NullMarked
package vn.cotmoc.core.submissions;

import org.jspecify.annotations.NullMarked;
