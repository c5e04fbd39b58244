/** What the authors of rule sets are told while they write: remarks, tests, comparisons. Drafts are data and decide nothing yet. */
@NullMarked
package vn.cotmoc.core.authoring;

import org.jspecify.annotations.NullMarked;
