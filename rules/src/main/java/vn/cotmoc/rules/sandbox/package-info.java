/** The two fences around compiled rules: what DRL may say, and what its classes may touch. */
@NullMarked
package vn.cotmoc.rules.sandbox;

import org.jspecify.annotations.NullMarked;
