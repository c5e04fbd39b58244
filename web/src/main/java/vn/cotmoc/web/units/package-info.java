/** Units over HTTP: who reports what. */
@NullMarked
package vn.cotmoc.web.units;

import org.jspecify.annotations.NullMarked;
