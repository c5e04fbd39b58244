/** Notifications over HTTP. */
@NullMarked
package vn.cotmoc.web.notifications;

import org.jspecify.annotations.NullMarked;
