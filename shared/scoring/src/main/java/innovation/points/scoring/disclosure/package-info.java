/**
 * Statistical disclosure control: published figures reveal nothing about fewer than three
 * enterprises, neither directly nor by subtraction. The overview of a year and its analysis report
 * share this rule.
 */
@NullMarked
package innovation.points.scoring.disclosure;

import org.jspecify.annotations.NullMarked;
