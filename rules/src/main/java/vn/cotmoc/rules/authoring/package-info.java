/** What authors of rule sets are told of their drafts: computed on all combinations of facts, never on samples. */
@NullMarked
package vn.cotmoc.rules.authoring;

import org.jspecify.annotations.NullMarked;
