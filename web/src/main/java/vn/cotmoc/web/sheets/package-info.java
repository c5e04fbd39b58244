/** Reports as spreadsheets over HTTP: taken out, brought back, confirmed; and any list as one. */
@NullMarked
package vn.cotmoc.web.sheets;

import org.jspecify.annotations.NullMarked;
