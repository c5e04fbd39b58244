/** What a plan aims at, in whose words, and its amendments. */
@NullMarked
package vn.cotmoc.core.targets;

import org.jspecify.annotations.NullMarked;
