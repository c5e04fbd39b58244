/** Tasks over HTTP. */
@NullMarked
package vn.cotmoc.web.tasks;

import org.jspecify.annotations.NullMarked;
