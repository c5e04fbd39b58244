/** What is reported regularly: which figures, by which units, until when. */
@NullMarked
package vn.cotmoc.core.forms;

import org.jspecify.annotations.NullMarked;
