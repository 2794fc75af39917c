package innovation.points.desk.letters;

import innovation.points.paper.Ink;
import innovation.points.paper.PageLayout;
import innovation.points.paper.Paper;
import innovation.points.paper.PdfFile;
import innovation.points.store.questions.Letter;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A letter on paper, with a QR code of the address at which anybody can check it.
 *
 * @param origin before that address, from the parameter {@code PublicOrigin}; without one there is
 *     no full address, and no QR code
 */
record LetterPdf(Letter letter, String origin) {

  private static final float TITLE = 20;
  private static final float BODY = 11.5f;
  private static final float SMALL = 9;
  private static final float SIDE = 92;
  private static final int GROUP = 4;

  /** The address at which it is checked; a path where the zone has not set its origin. */
  String address() {
    return origin + "/letters?code=" + letter.code();
  }

  /** The bytes of the file; the same letter gives the same. */
  byte[] bytes() {
    List<String> lines = letter.text().lines().toList();
    String title = lines.getFirst();
    var file =
        new PdfFile(
            PageLayout.PLAIN,
            title,
            letter.uscc(),
            letter.code(),
            "核验码 " + letter.code(),
            ZonedDateTime.ofInstant(letter.issuedAt(), OfficialTime.ZONE));
    try {
      return file.of(paper -> write(paper, title, lines.subList(1, lines.size())));
    } catch (IOException e) {
      throw new IllegalStateException("a PDF is written into memory", e);
    }
  }

  private void write(Paper paper, String title, List<String> lines) throws IOException {
    paper.skip(24);
    float middle = Paper.LEFT + Paper.WIDTH / 2;
    paper.textCentred(title, middle, paper.y(), TITLE, Ink.TEXT, true);
    paper.skip(48);
    for (String line : lines) {
      if (line.isBlank()) {
        paper.skip(BODY);
      } else {
        paper.paragraph(line, BODY, Ink.TEXT);
      }
    }
    paper.skip(BODY);
    check(paper);
  }

  private void check(Paper paper) throws IOException {
    paper.need(SIDE + SMALL);
    float top = paper.y();
    paper.line(Paper.LEFT, top, Paper.RIGHT, top, 0.6f, Ink.LINE);
    float from = Paper.LEFT;
    if (!origin.isEmpty()) {
      paper.code(address(), Paper.LEFT, top + SMALL, SIDE);
      from += SIDE + SMALL * 2;
    }
    var code = letter.code().replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1 ");
    float line = top + SMALL;
    for (String text :
        List.of(
            "核验码：" + code,
            "核验地址：" + address(),
            "正文摘要（SHA-256）：",
            letter.digest(),
            "本函附电子签名（JWS，ES256），公钥见 " + origin + "/.well-known/jwks.json，可离线核验。")) {
      for (String part : paper.lines(text, Paper.RIGHT - from, SMALL)) {
        paper.text(part, from, line, SMALL, Ink.TEXT, false);
        line += SMALL * 1.7f;
      }
    }
    paper.skip(Math.max(SIDE, line - top) + SMALL * 2);
  }
}
