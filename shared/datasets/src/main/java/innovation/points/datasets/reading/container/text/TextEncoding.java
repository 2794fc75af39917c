package innovation.points.datasets.reading.container.text;

import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An encoding in which a text file can be read without a single wrong byte. No statistics: they
 * take short GBK files for Big5.
 */
public final class TextEncoding {

  private static final int CHUNK = 1 << 16;

  private static final TextEncoding UTF_8_BOM =
      new TextEncoding("UTF-8 (BOM)", StandardCharsets.UTF_8, 3);
  private static final TextEncoding UTF_8 = new TextEncoding("UTF-8", StandardCharsets.UTF_8, 0);
  private static final TextEncoding UTF_16LE =
      new TextEncoding("UTF-16LE", StandardCharsets.UTF_16LE, 2);
  private static final TextEncoding UTF_16BE =
      new TextEncoding("UTF-16BE", StandardCharsets.UTF_16BE, 2);
  private static final TextEncoding GB18030 =
      new TextEncoding("GB18030", Charset.forName("GB18030"), 0);

  /** Behind the mark of UTF-8, as programs leave it that only put the mark before a text. */
  private static final TextEncoding GB18030_BOM =
      new TextEncoding("GB18030", Charset.forName("GB18030"), 3);

  /** Windows' own GBK, which has the euro sign where GB18030 has nothing. */
  private static final TextEncoding WINDOWS_936 =
      new TextEncoding("GBK", Charset.forName("x-mswin-936"), 0);

  private final String title;
  private final Charset charset;
  private final int bom;
  private final CodingErrorAction onError;

  private TextEncoding(String title, Charset charset, int bom) {
    this(title, charset, bom, CodingErrorAction.REPORT);
  }

  private TextEncoding(String title, Charset charset, int bom, CodingErrorAction onError) {
    this.title = title;
    this.charset = charset;
    this.bom = bom;
    this.onError = onError;
  }

  /** The same, with U+FFFD in place of what cannot be read: only its rows are lost. */
  private TextEncoding lenient() {
    return new TextEncoding(title, charset, bom, CodingErrorAction.REPLACE);
  }

  /** For people. */
  String title() {
    return title;
  }

  /**
   * The encodings that fit the whole file, the likeliest first: what its BOM says, else UTF-8, else
   * GB18030, else Windows' GBK. Bytes that are good UTF-8 can be good GB18030 too, so the header
   * row has the last word.
   */
  public static List<TextEncoding> fitting(Path file) throws IOException, FileFault {
    Optional<TextEncoding> marked = marked(file);
    List<TextEncoding> candidates =
        marked
            .map(mark -> mark.equals(UTF_8_BOM) ? List.of(mark, GB18030_BOM) : List.of(mark))
            .orElseGet(() -> List.of(UTF_8, GB18030, WINDOWS_936));
    List<TextEncoding> fitting = new ArrayList<>();
    int furthest = 0;
    Damage least = null;
    TextEncoding leastDamaged = null;
    for (TextEncoding encoding : candidates) {
      // Beside UTF-8 another encoding is only of use where it fits without a single wrong byte.
      Damage damage = encoding.damage(file, fitting.isEmpty() ? Damage.SLIGHT : 0);
      if (damage.characters() == 0) {
        fitting.add(encoding);
      } else {
        furthest = Math.max(furthest, damage.firstLine());
      }
      boolean bad = damage.characters() > 0;
      if (bad && (least == null || damage.characters() < least.characters())) {
        least = damage;
        leastDamaged = encoding;
      }
    }
    boolean utf8 = fitting.contains(UTF_8);
    if (!utf8 && leastDamaged != null && least != null && least.slight()) {
      fitting.add(leastDamaged.lenient());
    }
    if (fitting.isEmpty()) {
      throw FileFault.unreadable(
          "文件的文字编码已损坏：按 %s 都读不通，第 %d 行起有无法识别的字节；请用表格软件重新另存为“CSV UTF-8”或 xlsx 后再传。"
              .formatted(marked.map(TextEncoding::title).orElse("UTF-8 和 GB18030/GBK"), furthest));
    }
    return fitting;
  }

  /** Whether the first bytes are UTF-16, marked or not. */
  public static boolean utf16(byte[] head) {
    return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) || unmarkedUtf16(head).isPresent();
  }

  private static Optional<TextEncoding> marked(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(1 << 13);
    }
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(UTF_8_BOM);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of(UTF_16LE);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return Optional.of(UTF_16BE);
    }
    return unmarkedUtf16(head);
  }

  /** ASCII in UTF-16 has a zero in every other byte, and no other text has any. */
  private static Optional<TextEncoding> unmarkedUtf16(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (even + odd < head.length / 20) {
      return Optional.empty();
    }
    if (odd > 3 * even) {
      return Optional.of(new TextEncoding("UTF-16LE", StandardCharsets.UTF_16LE, 0));
    }
    return even > 3 * odd
        ? Optional.of(new TextEncoding("UTF-16BE", StandardCharsets.UTF_16BE, 0))
        : Optional.empty();
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text in UTF-8. */
  InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(bom);
    boolean itself = charset.equals(StandardCharsets.UTF_8) && onError == CodingErrorAction.REPORT;
    return itself ? in : new Recoded(new InputStreamReader(in, decoder()));
  }

  /** The characters of a text as UTF-8. */
  private static final class Recoded extends InputStream {
    private final Reader text;
    private final char[] chars = new char[CHUNK];
    private int kept;
    private byte[] bytes = {};
    private int position;

    Recoded(Reader text) {
      this.text = text;
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - position);
      System.arraycopy(bytes, position, target, offset, count);
      position += count;
      return count;
    }

    private boolean fill() throws IOException {
      while (position == bytes.length) {
        int read = text.read(chars, kept, chars.length - kept);
        int count = kept + Math.max(read, 0);
        if (count == 0) {
          return false;
        }
        // Both halves of a pair are written together.
        kept = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
        bytes = new String(chars, 0, count - kept).getBytes(StandardCharsets.UTF_8);
        position = 0;
        chars[0] = chars[count - 1];
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }

  private CharsetDecoder decoder() {
    return charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
  }

  /**
   * What a file is as a text in this encoding.
   *
   * @param characters how many cannot be read; counted up to a limit
   * @param firstLine where the first of them stands, from 1; 0 where all can be read
   */
  private record Damage(int characters, int firstLine) {
    private static final int SLIGHT = 50;

    /** Whether rows are lost rather than the file. */
    boolean slight() {
      return characters <= SLIGHT;
    }
  }

  private Damage damage(Path file, int most) throws IOException {
    if (charset.equals(StandardCharsets.UTF_8) && isUtf8(file)) {
      return new Damage(0, 0);
    }
    CharsetDecoder decoder = decoder();
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    int line = 1;
    int bad = 0;
    int firstLine = 0;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(bom);
      boolean end = false;
      while (!end && bad <= most) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result;
        do {
          result = decoder.decode(bytes, chars, end);
          line += lines(chars.flip());
          chars.clear();
          if (result.isError()) {
            bytes.position(bytes.position() + result.length());
            bad++;
            firstLine = firstLine == 0 ? line : firstLine;
          }
        } while (result.isOverflow() || (result.isError() && bad <= most));
        bytes.compact();
      }
    }
    return new Damage(bad, firstLine);
  }

  private static boolean isUtf8(Path file) throws IOException {
    byte[] bytes = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      int end = in.readNBytes(bytes, 0, CHUNK);
      while (true) {
        int at = Utf8.end(bytes, 0, end);
        int left = end - at;
        boolean last = end < CHUNK;
        if (last || left > Utf8.LONGEST) {
          return left == 0;
        }
        System.arraycopy(bytes, at, bytes, 0, left);
        end = left + in.readNBytes(bytes, left, CHUNK - left);
      }
    }
  }

  private static int lines(CharBuffer chars) {
    int lines = 0;
    while (chars.hasRemaining()) {
      if (chars.get() == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
