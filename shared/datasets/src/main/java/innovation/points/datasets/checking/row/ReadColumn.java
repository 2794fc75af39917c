package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import java.util.ArrayList;
import java.util.List;

/** A column that is read for a field. */
public record ReadColumn(Field field, int position, ColumnUnit unit) {

  /** The columns of a table in the order of the catalogue. */
  public static List<ReadColumn> of(Dataset dataset, Header header) {
    List<ReadColumn> columns = new ArrayList<>();
    for (Field field : dataset.fields()) {
      Integer position = header.positions().get(field.name());
      if (position != null) {
        columns.add(new ReadColumn(field, position, header.unit(field.name())));
      }
    }
    return columns;
  }
}
