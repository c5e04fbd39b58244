/** Seals: by which an installation knows again what it compiled and published itself. */
@NullMarked
package vn.cotmoc.rules.seals;

import org.jspecify.annotations.NullMarked;
