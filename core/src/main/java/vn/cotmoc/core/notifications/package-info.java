/** What somebody should know; in the house's own pages now, by mail and others later. */
@NullMarked
package vn.cotmoc.core.notifications;

import org.jspecify.annotations.NullMarked;
