/** Proxies of targets' indicators over HTTP. */
@NullMarked
package vn.cotmoc.web.proxies;

import org.jspecify.annotations.NullMarked;
