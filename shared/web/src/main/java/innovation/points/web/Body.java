package innovation.points.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an answer and what they are. */
final class Body {
  static final Body EMPTY = new Body("", new byte[0], false);

  private final String mediaType;
  private final byte[] bytes;
  private final boolean text;

  private Body(String mediaType, byte[] bytes, boolean text) {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.text = text;
  }

  static Body json(Object value) {
    return json(value, Json.mapper());
  }

  static Body json(Object value, ObjectMapper mapper) {
    try {
      return new Body(Format.JSON.mediaType(), mapper.writeValueAsBytes(value), true);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON document: " + value.getClass(), e);
    }
  }

  static Body text(String mediaType, String text) {
    return new Body(mediaType, text.getBytes(StandardCharsets.UTF_8), true);
  }

  static Body binary(String mediaType, byte[] bytes) {
    return new Body(mediaType, bytes.clone(), false);
  }

  String mediaType() {
    return mediaType;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  int length() {
    return bytes.length;
  }

  /** Whether the bytes are UTF-8 that can travel as a string. */
  boolean isText() {
    return text;
  }
}
