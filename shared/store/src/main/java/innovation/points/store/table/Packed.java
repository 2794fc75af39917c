package innovation.points.store.table;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A stored document: JSON, deflated with a preset dictionary. Opened on demand.
 *
 * <p>The first byte names the dictionary. A dictionary that was once used is never changed: what is
 * published must stay readable. A better one gets the next number.
 */
public final class Packed {

  /** The dictionary of lists. */
  static final byte LISTS = 1;

  /** The dictionary, and the form, of {@code StoredTrace}. */
  public static final byte TRACES = 2;

  /** The dictionary of {@code Card}. */
  public static final byte CARDS = 3;

  private static final byte[][] WORDS = {dictionary(LISTS), dictionary(TRACES), dictionary(CARDS)};

  private final byte[] bytes;

  private Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Packed of(Object document) {
    return ofJson(StoredJson.write(document));
  }

  static Packed ofJson(String document) {
    return ofJson(document, LISTS);
  }

  public static Packed ofJson(String document, byte dictionary) {
    byte[] json = document.getBytes(StandardCharsets.UTF_8);
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(WORDS[dictionary - 1]);
      deflater.setInput(json);
      deflater.finish();
      var out = new ByteArrayOutputStream(512);
      out.write(dictionary);
      var buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return new Packed(out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  public static Packed stored(SdkBytes bytes) {
    return new Packed(bytes.asByteArray());
  }

  public SdkBytes bytes() {
    return SdkBytes.fromByteArray(bytes);
  }

  public int size() {
    return bytes.length;
  }

  public <T> T open(TypeReference<T> type) {
    return StoredJson.read(json(), type);
  }

  public byte dictionary() {
    return bytes[0];
  }

  public String json() {
    if (bytes[0] < 1 || bytes[0] > WORDS.length) {
      throw new IllegalStateException("a document packed with unknown dictionary " + bytes[0]);
    }
    var inflater = new Inflater(true);
    try {
      inflater.setDictionary(WORDS[bytes[0] - 1]);
      inflater.setInput(bytes, 1, bytes.length - 1);
      var out = new ByteArrayOutputStream(8192);
      var buffer = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && !inflater.finished()) {
          throw new IllegalStateException("a packed document that ends too early");
        }
        out.write(buffer, 0, read);
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("a packed document that cannot be inflated", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] dictionary(byte number) {
    String name = "dictionary-%d.txt".formatted(number);
    try (InputStream in = Packed.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + Packed.class);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Packed packed && Arrays.equals(bytes, packed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return json();
  }
}
