/** By which rules a province scores, over HTTP. */
@NullMarked
package vn.cotmoc.web.rulesets;

import org.jspecify.annotations.NullMarked;
