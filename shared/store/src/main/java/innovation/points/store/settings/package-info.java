/**
 * What the zone sets without a deployment: the files of {@code settings/}, as they are in force.
 */
@NullMarked
package innovation.points.store.settings;

import org.jspecify.annotations.NullMarked;
