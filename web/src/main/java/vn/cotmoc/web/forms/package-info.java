/** Reporting forms over HTTP. */
@NullMarked
package vn.cotmoc.web.forms;

import org.jspecify.annotations.NullMarked;
