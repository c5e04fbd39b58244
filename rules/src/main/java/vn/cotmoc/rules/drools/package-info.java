/** The default engine: the model written as DRL, compiled once, loaded from a kjar. */
@NullMarked
package vn.cotmoc.rules.drools;

import org.jspecify.annotations.NullMarked;
