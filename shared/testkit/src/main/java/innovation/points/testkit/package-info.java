/**
 * Fixtures for the tests of several modules: engines, a bucket, requests, and zones built from
 * facts or from the golden zone's files. Does not depend on functions or the web module, so their
 * tests can use it; {@code scoring}, {@code datasets} and {@code store} are below it, so their own
 * tests cannot.
 */
@NullMarked
package innovation.points.testkit;

import org.jspecify.annotations.NullMarked;
