package innovation.points.acceptance.samplezone.form;

/** The file format that a department saves its table in. The same table gives the same bytes. */
public sealed interface Form permits CsvForm, XlsxForm {

  /** With the dot. */
  String extension();

  byte[] write(FormTable table);
}
