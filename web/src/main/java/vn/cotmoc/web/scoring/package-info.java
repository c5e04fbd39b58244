/** Scorecards over HTTP. */
@NullMarked
package vn.cotmoc.web.scoring;

import org.jspecify.annotations.NullMarked;
