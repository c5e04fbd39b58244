/** The launcher: runs the application, PostgreSQL and Keycloak on this machine and loads the demo. */
@NullMarked
package vn.cotmoc.deploy;

import org.jspecify.annotations.NullMarked;
