/** Units' reports over HTTP. */
@NullMarked
package vn.cotmoc.web.submissions;

import org.jspecify.annotations.NullMarked;
