@NullMarked
package vn.cotmoc.tenants.identity;

import org.jspecify.annotations.NullMarked;
