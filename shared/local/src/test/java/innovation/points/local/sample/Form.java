package innovation.points.local.sample;

/** The kind of file a department saves its table as. The same table gives the same bytes. */
sealed interface Form permits CsvForm, XlsxForm {

  /** With the dot. */
  String extension();

  byte[] write(Table table);
}
