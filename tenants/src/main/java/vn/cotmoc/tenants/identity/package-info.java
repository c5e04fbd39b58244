/** Who asks: the issuer's tokens, the caller they speak of, and the caller's roles. */
@NullMarked
package vn.cotmoc.tenants.identity;

import org.jspecify.annotations.NullMarked;
