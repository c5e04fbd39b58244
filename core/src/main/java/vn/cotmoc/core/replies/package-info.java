/** Answers already given to creating calls, so that a call sent twice creates once. */
@NullMarked
package vn.cotmoc.core.replies;

import org.jspecify.annotations.NullMarked;
