/** The React application, its configuration and the API's description. */
@NullMarked
package vn.cotmoc.web.pages;

import org.jspecify.annotations.NullMarked;
