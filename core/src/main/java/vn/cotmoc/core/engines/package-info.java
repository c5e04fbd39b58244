/** The engines that score: those of the house and those of plugins, by name, each held to its contract. */
@NullMarked
package vn.cotmoc.core.engines;

import org.jspecify.annotations.NullMarked;
