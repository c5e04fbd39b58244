/** What must hold before requests are taken. */
@NullMarked
package vn.cotmoc.core.readiness;

import org.jspecify.annotations.NullMarked;
