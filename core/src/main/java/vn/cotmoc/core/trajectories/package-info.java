/** The expected path of a target inside its period: stated by its authors, or assumed where nobody stated it. */
@NullMarked
package vn.cotmoc.core.trajectories;

import org.jspecify.annotations.NullMarked;
