/** Tables in workbooks: XLSX, XLS and ODS, read as streams. */
@NullMarked
package innovation.points.datasets.reading.container.workbook;

import org.jspecify.annotations.NullMarked;
