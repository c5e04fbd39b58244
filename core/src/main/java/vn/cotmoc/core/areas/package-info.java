/** Where: administrative units by identity and validity. */
@NullMarked
package vn.cotmoc.core.areas;

import org.jspecify.annotations.NullMarked;
