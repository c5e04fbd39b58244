/** Every request: its trace, its log line, its headers, and what it forgets on the disk. */
@NullMarked
package vn.cotmoc.web.traffic;

import org.jspecify.annotations.NullMarked;
