@NullMarked
package vn.cotmoc.deploy.demo;

import org.jspecify.annotations.NullMarked;
