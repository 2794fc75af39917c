@NullMarked
package innovation.points.scoring.facts;

import org.jspecify.annotations.NullMarked;
