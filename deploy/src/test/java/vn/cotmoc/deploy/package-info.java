@NullMarked
package vn.cotmoc.deploy;

import org.jspecify.annotations.NullMarked;
