/** Reading and writing the values that all features share: words, periods, amounts, tags, pages. */
@NullMarked
package vn.cotmoc.web.wire;

import org.jspecify.annotations.NullMarked;
