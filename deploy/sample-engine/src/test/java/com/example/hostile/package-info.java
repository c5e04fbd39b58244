/** Engines that break their contract, each in its way. */
@NullMarked
package com.example.hostile;

import org.jspecify.annotations.NullMarked;
