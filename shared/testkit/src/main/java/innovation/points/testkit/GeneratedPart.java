package innovation.points.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a file of the repository that is made from the routes and their descriptions.
 *
 * @param file from the root of the repository
 * @param begin what ends where the part begins; stands once in the file
 * @param end what begins where the part ends
 */
public record GeneratedPart(String file, String begin, String end) {

  /** Renews all of them. */
  public static final String RENEW =
      "mvn test -pl shared/acceptance -am -Dtest='TemplateRoutesTest,OpenApiDocumentTest'"
          + " -Droutes=renew -Dsurefire.failIfNoSpecifiedTests=false";

  /** Whether tests are to write the parts instead of comparing them. */
  public static boolean renewing() {
    return System.getProperty("routes", "").equals("renew");
  }

  /** The part as it stands in the file. */
  public String written() throws IOException {
    String text = Files.readString(path());
    return text.substring(from(text), to(text));
  }

  /** Replaces the part. */
  public void write(String made) throws IOException {
    String text = Files.readString(path());
    Files.writeString(path(), text.substring(0, from(text)) + made + text.substring(to(text)));
  }

  private Path path() {
    return Repository.root().resolve(file);
  }

  private int from(String text) {
    return text.indexOf(begin) + begin.length();
  }

  private int to(String text) {
    return text.indexOf(end);
  }
}
