/** Files that prove figures and papers: what may be kept, where their bytes lie, and who attached them. */
@NullMarked
package vn.cotmoc.core.evidence;

import org.jspecify.annotations.NullMarked;
