/**
 * What the tests of several modules stand on: engines, a bucket, requests, and zones put together
 * from facts or from the golden zone's files. Knows no function and not the web, so that their
 * tests may use it; {@code scoring}, {@code datasets} and {@code store} stand below it, and their
 * own tests cannot.
 */
@NullMarked
package innovation.points.testkit;

import org.jspecify.annotations.NullMarked;
