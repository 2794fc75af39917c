package innovation.points.acceptance.samplezone.form;

/** The kind of file a department saves its table as. The same table gives the same bytes. */
public sealed interface Form permits CsvForm, XlsxForm {

  /** With the dot. */
  String extension();

  byte[] write(FormTable table);
}
