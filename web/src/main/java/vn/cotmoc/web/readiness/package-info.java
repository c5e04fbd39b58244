/** Every module's readiness checks, told to whoever runs the house. */
@NullMarked
package vn.cotmoc.web.readiness;

import org.jspecify.annotations.NullMarked;
