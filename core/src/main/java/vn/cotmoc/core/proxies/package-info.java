/** What another indicator hints at where a target's own has too few figures: shown, never scored. */
@NullMarked
package vn.cotmoc.core.proxies;

import org.jspecify.annotations.NullMarked;
