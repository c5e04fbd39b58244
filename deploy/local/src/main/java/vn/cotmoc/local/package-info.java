/**
 * Real servers on this machine, without Docker: PostgreSQL 18 and Keycloak as child processes, for the demo, the build and
 * the tests. Everything they keep lies in the project's folder {@code .cotmoc}.
 */
@NullMarked
package vn.cotmoc.local;

import org.jspecify.annotations.NullMarked;
