package innovation.points.acceptance.portal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files of the class path. */
public final class PortalResources {

  private PortalResources() {}

  public static String text(String name) throws IOException {
    try (InputStream in = PortalResources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("missing " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
