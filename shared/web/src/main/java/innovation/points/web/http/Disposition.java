package innovation.points.web.http;

import java.nio.charset.StandardCharsets;

/** File names in Content-Disposition. */
public final class Disposition {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Disposition() {}

  /** With an ASCII name for old clients and the real one in UTF-8. */
  public static String attachment(String filename) {
    var encoded = new StringBuilder();
    for (byte b : filename.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format("%02X", b & 0xff));
      }
    }
    String ascii = filename.replaceAll("[^A-Za-z0-9._-]+", "_");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
