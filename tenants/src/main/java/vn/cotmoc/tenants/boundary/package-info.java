/** The edge between provinces: which one a request works for, and the database connection that serves no other. */
@NullMarked
package vn.cotmoc.tenants.boundary;

import org.jspecify.annotations.NullMarked;
