/** Runs made again and compared, over HTTP. */
@NullMarked
package vn.cotmoc.web.replay;

import org.jspecify.annotations.NullMarked;
