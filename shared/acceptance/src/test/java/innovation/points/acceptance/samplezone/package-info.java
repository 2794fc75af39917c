/**
 * The sample zone: about 200 enterprises that do not exist, over three years, as the files that
 * departments would deliver. {@code events/uploads/} is what {@link SampleZoneWriter} writes.
 *
 * <p>Three steps: {@link GeneratedZone} draws the enterprises (a cast, each of whom shows one rule,
 * and an ordinary crowd), {@link Offices} turns them into the tables of each department, mistakes
 * included, and a form turns a table into a file.
 */
@NullMarked
package innovation.points.acceptance.samplezone;

import org.jspecify.annotations.NullMarked;
