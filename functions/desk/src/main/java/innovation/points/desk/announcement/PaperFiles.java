package innovation.points.desk.announcement;

import innovation.points.web.http.Caching;
import innovation.points.web.route.Response;

/** Papers as files to be saved. The settings that they are made with may change any time. */
public final class PaperFiles {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private PaperFiles() {}

  /**
   * A DOCX.
   *
   * @param name without extension
   */
  public static Response docx(byte[] bytes, String name) {
    return file(DOCX, bytes, name + ".docx");
  }

  /**
   * A PDF.
   *
   * @param name without extension
   */
  public static Response pdf(byte[] bytes, String name) {
    return file("application/pdf", bytes, name + ".pdf");
  }

  private static Response file(String mediaType, byte[] bytes, String name) {
    return Response.bytes(mediaType, bytes).download(name).with(Caching.NONE);
  }
}
