/** What a source says, word by word, as what it is. */
@NullMarked
package vn.cotmoc.core.statements;

import org.jspecify.annotations.NullMarked;
