/** Cases over HTTP. */
@NullMarked
package vn.cotmoc.web.cases;

import org.jspecify.annotations.NullMarked;
