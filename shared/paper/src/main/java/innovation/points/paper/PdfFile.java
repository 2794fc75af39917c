package innovation.points.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A paper in Chinese as a PDF file. The same paper gives the same bytes.
 *
 * @param layout how its pages are laid out
 * @param title also the header of all pages but the first, where that has one
 * @param footer of all pages
 * @param at when what it says was made; the file's id comes from it
 */
public record PdfFile(
    PageLayout layout,
    String title,
    String subject,
    String keywords,
    String footer,
    ZonedDateTime at) {

  /** Writes the pages of a paper. */
  @FunctionalInterface
  public interface Writing {
    void on(Paper paper) throws IOException;
  }

  /** The bytes of the file. */
  public byte[] of(Writing writing) throws IOException {
    try (var document = new PDDocument()) {
      describe(document);
      var paper = new Paper(document, layout);
      writing.on(paper);
      paper.finish(title, footer);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private void describe(PDDocument document) {
    var information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(subject);
    information.setKeywords(keywords);
    var calendar = GregorianCalendar.from(at);
    information.setCreationDate(calendar);
    information.setModificationDate(calendar);
    document.setDocumentInformation(information);
    // Otherwise the file's id would depend on the time of writing.
    document.setDocumentId(at.toInstant().toEpochMilli());
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("zh-CN");
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }
}
