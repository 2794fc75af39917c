/**
 * The sample zone: about 200 enterprises that do not exist, over three years, as the files that
 * departments would deliver. {@code events/uploads/} is what {@link SampleZone} writes.
 *
 * <p>Three steps: {@link Zone} draws the enterprises (a cast, each of whom shows one rule, and an
 * ordinary crowd), {@link Offices} turns them into the tables of each department, mistakes
 * included, and a {@link Form} turns a table into a file.
 */
@NullMarked
package innovation.points.local.sample;

import org.jspecify.annotations.NullMarked;
