/** What goes wrong, told in the reader's language as problem+json. */
@NullMarked
package vn.cotmoc.web.problems;

import org.jspecify.annotations.NullMarked;
