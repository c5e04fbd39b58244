/** The house without its outer modules: a real PostgreSQL, and fakes for what {@code tenants} and {@code rules} bring. */
@NullMarked
package vn.cotmoc.core.house;

import org.jspecify.annotations.NullMarked;
