package innovation.points.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an answer and what they are. */
public final class Body {
  public static final Body EMPTY = new Body("", new byte[0], false);

  private final String mediaType;
  private final byte[] bytes;
  private final boolean text;

  private Body(String mediaType, byte[] bytes, boolean text) {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.text = text;
  }

  public static Body json(Object value) {
    try {
      return new Body(Format.JSON.mediaType(), Json.mapper().writeValueAsBytes(value), true);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON document: " + value.getClass(), e);
    }
  }

  /** Values as JSON, each on a line of its own. */
  public static Body lines(Iterable<?> values) {
    var text = new ByteArrayOutputStream();
    try (SequenceWriter lines =
        Json.mapper().writer().withRootValueSeparator("\n").writeValues(text)) {
      for (Object value : values) {
        lines.write(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Body(Format.NDJSON.mediaType(), text.toByteArray(), true);
  }

  public static Body text(String mediaType, String text) {
    return new Body(mediaType, text.getBytes(StandardCharsets.UTF_8), true);
  }

  public static Body binary(String mediaType, byte[] bytes) {
    return new Body(mediaType, bytes.clone(), false);
  }

  public String mediaType() {
    return mediaType;
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  public int length() {
    return bytes.length;
  }

  /** Whether the bytes are UTF-8 that can travel as a string. */
  public boolean isText() {
    return text;
  }
}
