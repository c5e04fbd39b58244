/** What the engines cost: against hand-written Java and other engines, in memory, and as tables, calls and rule sets grow. */
@NullMarked
package vn.cotmoc.rules.benchmark;

import org.jspecify.annotations.NullMarked;
