/** Who acts: the name that every change is recorded under. */
@NullMarked
package vn.cotmoc.core.actors;

import org.jspecify.annotations.NullMarked;
