/** The analysis report of a year (监测分析报告, notice 六(三)). */
@NullMarked
package innovation.points.recompute.report;

import org.jspecify.annotations.NullMarked;
