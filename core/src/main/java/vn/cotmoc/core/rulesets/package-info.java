/** By which of the shipped rule sets a province scores its plans, as dated data. */
@NullMarked
package vn.cotmoc.core.rulesets;

import org.jspecify.annotations.NullMarked;
