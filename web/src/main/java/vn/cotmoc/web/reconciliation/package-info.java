/** Over HTTP: a target beside its parts. */
@NullMarked
package vn.cotmoc.web.reconciliation;

import org.jspecify.annotations.NullMarked;
