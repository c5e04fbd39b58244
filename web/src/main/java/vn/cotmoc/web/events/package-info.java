/** What changes in a province, told to its screens while it happens. */
@NullMarked
package vn.cotmoc.web.events;

import org.jspecify.annotations.NullMarked;
