/** What a province releases to the ministry, and the ministry's overview. */
@NullMarked
package vn.cotmoc.core.publications;

import org.jspecify.annotations.NullMarked;
