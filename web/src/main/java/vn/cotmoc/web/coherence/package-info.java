/** Facts that do not go together, over HTTP. */
@NullMarked
package vn.cotmoc.web.coherence;

import org.jspecify.annotations.NullMarked;
