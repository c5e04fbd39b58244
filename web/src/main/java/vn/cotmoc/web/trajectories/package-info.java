/** Expected paths over HTTP, with what came and what is still needed. */
@NullMarked
package vn.cotmoc.web.trajectories;

import org.jspecify.annotations.NullMarked;
