/** What every scoring engine must do, as tests that anybody's engine can be put through. */
@NullMarked
package vn.cotmoc.rules.contract;

import org.jspecify.annotations.NullMarked;
