/** The parts of a whole that are no areas, such as "các huyện nghèo", each under one spelling. */
@NullMarked
package vn.cotmoc.core.subgroups;

import org.jspecify.annotations.NullMarked;
