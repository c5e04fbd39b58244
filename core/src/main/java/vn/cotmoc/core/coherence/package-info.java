/** Facts of a plan that do not go together: each a finding that names them. It claims no more than they say. */
@NullMarked
package vn.cotmoc.core.coherence;

import org.jspecify.annotations.NullMarked;
