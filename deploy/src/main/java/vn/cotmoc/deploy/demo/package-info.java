/** The demo's provinces, people, plans and figures, entered through the product's own HTTP API. */
@NullMarked
package vn.cotmoc.deploy.demo;

import org.jspecify.annotations.NullMarked;
