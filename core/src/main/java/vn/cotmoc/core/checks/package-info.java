/** What makes a figure doubtful or impossible when it is entered, by settings of the province and its indicators. */
@NullMarked
package vn.cotmoc.core.checks;

import org.jspecify.annotations.NullMarked;
