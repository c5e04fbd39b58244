/** Which rule set is in force, and what seals it. */
@NullMarked
package vn.cotmoc.rules.rulesets;

import org.jspecify.annotations.NullMarked;
