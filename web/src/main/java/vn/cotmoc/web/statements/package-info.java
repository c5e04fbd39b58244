/** Statements over HTTP. */
@NullMarked
package vn.cotmoc.web.statements;

import org.jspecify.annotations.NullMarked;
