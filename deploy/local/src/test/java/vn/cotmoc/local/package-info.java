@NullMarked
package vn.cotmoc.local;

import org.jspecify.annotations.NullMarked;
