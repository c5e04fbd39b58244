/** What things are called. */
@NullMarked
package vn.cotmoc.core.names;

import org.jspecify.annotations.NullMarked;
