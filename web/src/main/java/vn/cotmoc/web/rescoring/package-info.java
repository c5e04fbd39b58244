/** How the automatic scoring stands, over HTTP. */
@NullMarked
package vn.cotmoc.web.rescoring;

import org.jspecify.annotations.NullMarked;
