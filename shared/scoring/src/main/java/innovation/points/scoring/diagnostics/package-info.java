/**
 * Audits the scores of a year (四(二): 差异化、正态化、健康化): the distribution of indicators and totals, the
 * effective weight of each indicator, the robustness of the ranks, and curves that would fit the
 * year. Pure Java and reproducible: the same sample gives the same result.
 *
 * <p>A {@link innovation.points.scoring.diagnostics.sample.Sampler} receives every scored
 * enterprise and keeps a bounded {@link innovation.points.scoring.diagnostics.sample.Sample};
 * {@link innovation.points.scoring.diagnostics.Diagnostics}, {@link
 * innovation.points.scoring.diagnostics.Robustness} and {@link
 * innovation.points.scoring.diagnostics.calibration.Calibration} are computed from it. Nothing here
 * changes a score.
 */
@NullMarked
package innovation.points.scoring.diagnostics;

import org.jspecify.annotations.NullMarked;
