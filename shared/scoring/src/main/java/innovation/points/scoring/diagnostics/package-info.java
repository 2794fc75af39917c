/**
 * What an audit of the index shows (四(二): 差异化、正态化、健康化): how the indicators and totals of a year are
 * distributed, what each indicator really contributes, how firm the ranks are, and what curves
 * would fit the year. Pure Java, reproducible: the same sample gives the same answer.
 *
 * <p>A {@link innovation.points.scoring.diagnostics.sample.Sampler} is shown every scored
 * enterprise and keeps a bounded {@link innovation.points.scoring.diagnostics.sample.Sample};
 * {@link innovation.points.scoring.diagnostics.Diagnostics}, {@link
 * innovation.points.scoring.diagnostics.Robustness} and {@link
 * innovation.points.scoring.diagnostics.calibration.Calibration} are made from it. Nothing here
 * changes a score.
 */
@NullMarked
package innovation.points.scoring.diagnostics;

import org.jspecify.annotations.NullMarked;
