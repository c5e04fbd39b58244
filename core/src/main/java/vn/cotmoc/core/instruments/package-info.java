/** The papers that decide: resolutions, decisions, directives. */
@NullMarked
package vn.cotmoc.core.instruments;

import org.jspecify.annotations.NullMarked;
