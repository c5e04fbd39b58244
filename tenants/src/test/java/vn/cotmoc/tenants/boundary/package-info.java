@NullMarked
package vn.cotmoc.tenants.boundary;

import org.jspecify.annotations.NullMarked;
