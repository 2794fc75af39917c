package innovation.points.datasets.reading.container;

import java.io.BufferedInputStream;
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
import java.util.OptionalInt;

/**
 * An encoding in which a text file can be read without a single wrong byte. No statistics: they
 * take short GBK files for Big5.
 */
final class TextEncoding {

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

  /** Windows' own GBK, which has the euro sign where GB18030 has nothing. */
  private static final TextEncoding WINDOWS_936 =
      new TextEncoding("GBK", Charset.forName("x-mswin-936"), 0);

  private final String title;
  private final Charset charset;
  private final int bom;

  private TextEncoding(String title, Charset charset, int bom) {
    this.title = title;
    this.charset = charset;
    this.bom = bom;
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
  static List<TextEncoding> fitting(Path file) throws IOException, FileFault {
    Optional<TextEncoding> marked = marked(file);
    List<TextEncoding> candidates =
        marked.map(List::of).orElseGet(() -> List.of(UTF_8, GB18030, WINDOWS_936));
    List<TextEncoding> fitting = new ArrayList<>();
    int furthest = 0;
    for (TextEncoding encoding : candidates) {
      OptionalInt badLine = encoding.firstBadLine(file);
      if (badLine.isEmpty()) {
        fitting.add(encoding);
      } else {
        furthest = Math.max(furthest, badLine.getAsInt());
      }
    }
    if (fitting.isEmpty()) {
      throw FileFault.unreadable(
          "文件的文字编码已损坏：按 %s 都读不通，第 %d 行起有无法识别的字节；请用表格软件重新另存为“CSV UTF-8”或 xlsx 后再传。"
              .formatted(marked.map(TextEncoding::title).orElse("UTF-8 和 GB18030/GBK"), furthest));
    }
    return fitting;
  }

  private static Optional<TextEncoding> marked(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(UTF_8_BOM);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of(UTF_16LE);
    }
    return starts(head, 0xFE, 0xFF) ? Optional.of(UTF_16BE) : Optional.empty();
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK);
    in.skipNBytes(bom);
    return new InputStreamReader(in, decoder());
  }

  private CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The line with the first byte that is wrong in this encoding, from 1; none where all fits. */
  private OptionalInt firstBadLine(Path file) throws IOException {
    CharsetDecoder decoder = decoder();
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    int line = 1;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(bom);
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result;
        do {
          result = decoder.decode(bytes, chars, end);
          line += lines(chars.flip());
          chars.clear();
        } while (result.isOverflow());
        if (result.isError()) {
          return OptionalInt.of(line);
        }
        bytes.compact();
      }
    }
    return decoder.flush(chars).isError() ? OptionalInt.of(line) : OptionalInt.empty();
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
