package innovation.points.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs the cursors of lists. A cursor opens only for the list (route and filters) it was made for
 * and only unaltered; what it holds is no secret. Thread-safe.
 */
public final class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 16;
  private static final int MIN_KEY = 16;
  private static final int MAX_LENGTH = 2000;

  private final Supplier<byte[]> key;

  /**
   * Cursors signed with a key.
   *
   * @param key the same on every instance that serves the list, at least 16 bytes; asked for with
   *     every cursor
   */
  public Cursors(Supplier<byte[]> key) {
    this.key = key;
  }

  /**
   * The text of a cursor.
   *
   * @param list names the list: the route with its path and filters
   */
  public String seal(String list, Cursor cursor) {
    byte[] generation = cursor.generation().getBytes(StandardCharsets.UTF_8);
    byte[] position = cursor.position().getBytes(StandardCharsets.UTF_8);
    byte[] content =
        ByteBuffer.allocate(Short.BYTES + generation.length + position.length)
            .putShort((short) generation.length)
            .put(generation)
            .put(position)
            .array();
    byte[] signature = sign(list, content);
    byte[] sealed =
        ByteBuffer.allocate(SIGNATURE + content.length).put(signature).put(content).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * The text of the cursor at which the next page begins.
   *
   * @param generation empty where the list is of none
   * @param position null where no page follows
   * @return null where no page follows
   */
  public @Nullable String next(String list, String generation, @Nullable String position) {
    return position == null ? null : seal(list, new Cursor(generation, position));
  }

  /** What was sealed for this list; nothing where the text is not such a cursor. */
  Optional<Cursor> open(String list, String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (sealed.length < SIGNATURE + Short.BYTES) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(sealed, SIGNATURE, sealed.length);
    byte[] signature = Arrays.copyOf(sealed, SIGNATURE);
    if (!MessageDigest.isEqual(signature, sign(list, content))) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(content);
    byte[] generation = new byte[buffer.getShort()];
    buffer.get(generation);
    byte[] position = new byte[buffer.remaining()];
    buffer.get(position);
    return Optional.of(
        new Cursor(
            new String(generation, StandardCharsets.UTF_8),
            new String(position, StandardCharsets.UTF_8)));
  }

  private byte[] sign(String list, byte[] content) {
    byte[] name = list.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(checked(key.get()), ALGORITHM));
      // The length first: no other list and content run together into the same bytes.
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
      mac.update(name);
      mac.update(content);
      return Arrays.copyOf(mac.doFinal(), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] checked(byte[] key) {
    if (key.length < MIN_KEY) {
      throw new IllegalArgumentException("expected a cursor key of at least 16 bytes");
    }
    return key;
  }
}
