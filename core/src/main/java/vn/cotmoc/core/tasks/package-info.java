/** Tasks and measures of a plan, or agreed in a case: who does what until when, and how far it has come. */
@NullMarked
package vn.cotmoc.core.tasks;

import org.jspecify.annotations.NullMarked;
