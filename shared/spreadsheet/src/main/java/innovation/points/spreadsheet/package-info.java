/**
 * Files for spreadsheets: every CSV file and workbook is written here, so that text stays text in
 * all of them.
 */
@NullMarked
package innovation.points.spreadsheet;

import org.jspecify.annotations.NullMarked;
