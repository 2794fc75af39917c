package innovation.points.web.http;

import java.nio.charset.StandardCharsets;

/** File names in Content-Disposition. */
public final class Disposition {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Disposition() {}

  /**
   * With an ASCII name for clients that know no other, and the real one in UTF-8.
   *
   * @param ascii without an extension: the real name's is added
   */
  public static String attachment(String ascii, String filename) {
    var encoded = new StringBuilder();
    for (byte b : filename.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format("%02X", b & 0xff));
      }
    }
    String plain = ascii.replaceAll("[^A-Za-z0-9._-]+", "-");
    return "attachment; filename=\"%s%s\"; filename*=UTF-8''%s"
        .formatted(plain, filename.substring(dot(filename)), encoded);
  }

  private static int dot(String filename) {
    int dot = filename.lastIndexOf('.');
    return dot < 0 ? filename.length() : dot;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
