/** Every request: its trace, its log line, its headers. */
@NullMarked
package vn.cotmoc.web.traffic;

import org.jspecify.annotations.NullMarked;
