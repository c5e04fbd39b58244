/** Everything a province has, over HTTP. */
@NullMarked
package vn.cotmoc.web.archive;

import org.jspecify.annotations.NullMarked;
