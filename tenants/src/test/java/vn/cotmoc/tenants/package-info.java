@NullMarked
package vn.cotmoc.tenants;

import org.jspecify.annotations.NullMarked;
