/** A scoring engine that knows of Cột Mốc only its seam. */
@NullMarked
package com.example.engine;

import org.jspecify.annotations.NullMarked;
