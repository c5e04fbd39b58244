/** Starts the house. */
@NullMarked
package vn.cotmoc.web;

import org.jspecify.annotations.NullMarked;
