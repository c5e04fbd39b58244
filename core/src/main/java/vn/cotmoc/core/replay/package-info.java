/** Whether stored runs come about again, and what lies between two of them. */
@NullMarked
package vn.cotmoc.core.replay;

import org.jspecify.annotations.NullMarked;
