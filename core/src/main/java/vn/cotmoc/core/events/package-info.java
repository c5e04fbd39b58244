/** What happened, told beyond the transaction and the node in which it happened: nothing is lost, and some may be told twice. */
@NullMarked
package vn.cotmoc.core.events;

import org.jspecify.annotations.NullMarked;
