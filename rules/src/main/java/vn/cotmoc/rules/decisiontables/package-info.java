/** The structured rule model that people edit: one decision table, its texts, its JSON. */
@NullMarked
package vn.cotmoc.rules.decisiontables;

import org.jspecify.annotations.NullMarked;
