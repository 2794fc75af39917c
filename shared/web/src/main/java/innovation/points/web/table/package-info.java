/** Lists as files: CSV and XLSX that open right in a spreadsheet. */
@NullMarked
package innovation.points.web.table;

import org.jspecify.annotations.NullMarked;
