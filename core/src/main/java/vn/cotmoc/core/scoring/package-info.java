/** From figures to findings: features, the engine's SPI, scorecards. */
@NullMarked
package vn.cotmoc.core.scoring;

import org.jspecify.annotations.NullMarked;
