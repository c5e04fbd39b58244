/** What one target's figures warn of: how they will end, how old they are, whether they jump, who contradicts whom. */
@NullMarked
package vn.cotmoc.core.signals;

import org.jspecify.annotations.NullMarked;
