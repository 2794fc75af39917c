package innovation.points.datasets.reading.cell;

import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 统一社会信用代码, and names what a spreadsheet did to it. */
final class UsccReader {

  private static final Pattern EXPONENT = Pattern.compile("[0-9](\\.[0-9]+)?E\\+?[0-9]{1,3}");
  private static final Pattern FLOAT = Pattern.compile("[0-9]{15,}\\.0*");
  private static final Pattern ROUNDED = Pattern.compile("[0-9]{15}000");
  private static final Pattern OLD_NUMBER =
      Pattern.compile("[0-9]{15}(\\([0-9]+-[0-9]+\\))?|[0-9]{13}");

  /** A code with what it is before it, or with which copy of the licence behind it. */
  private static final Pattern AMONG_WORDS =
      Pattern.compile(
          "(?:(?:统一)?(?:社会)?(?:信用)?代码|税号|纳税人识别号)?:?([0-9A-Z]{18})(?:\\([正副]本|\\([0-9]-[0-9])?\\)?");

  private static final Pattern FOREIGN = Pattern.compile("[\\p{IsGreek}\\p{IsCyrillic}]");
  private static final Pattern SUM = Pattern.compile("(合计|总计|小计|共计|汇总).*");
  private static final Pattern LOOKALIKES = Pattern.compile("[IOSVZ]");

  private static final Pattern SIGNS = Pattern.compile("[\\p{Pd}\\p{Pi}\\p{Pf}_.·'\"`=]");
  private static final Pattern HASHES = Pattern.compile("#{3,}");

  private UsccReader() {}

  static Entry read(String title, SheetCell cell) {
    if (cell instanceof SheetCell.Figure || cell instanceof SheetCell.Formatted) {
      return damaged(title, cell.shown());
    }
    String shown = cell.shown();
    if (Uscc.isValid(shown)) {
      return Entry.good(Value.of(shown));
    }
    String code = CellText.compact(shown).toUpperCase(Locale.ROOT);
    if (code.startsWith("'")) {
      code = code.substring(1);
    }
    if (CellReader.missing(code)) {
      return new Entry.Missing();
    }
    if (Uscc.isValid(code)) {
      return Entry.good(Value.of(code));
    }
    if (EXPONENT.matcher(code).matches()
        || FLOAT.matcher(code).matches()
        || ROUNDED.matcher(code).matches()) {
      return damaged(title, shown);
    }
    String bare = SIGNS.matcher(code).replaceAll("");
    if (!bare.equals(code) && Uscc.isValid(bare)) {
      return new Entry.Repaired(
          Value.of(bare),
          "“%s”里多了引号或连字符：这里是“%s”，已按“%s”读取。".formatted(title, FileProblem.shortened(shown), bare));
    }
    Matcher among = AMONG_WORDS.matcher(code);
    if (among.matches() && Uscc.isValid(among.group(1))) {
      return new Entry.Repaired(
          Value.of(among.group(1)),
          "“%s”里多了别的文字：这里是“%s”，已按“%s”读取。"
              .formatted(title, FileProblem.shortened(shown), among.group(1)));
    }
    return Entry.bad(
        ProblemCode.BAD_USCC,
        "“%s”%s".formatted(title, expected(code, shown, FileProblem.shortened(shown))));
  }

  private static Entry damaged(String title, String shown) {
    return Entry.bad(
        ProblemCode.DAMAGED_USCC,
        "“%s”被表格软件当成数字改成了“%s”，后几位已丢失，无法还原；请先把该列设为文本格式，再重新填写 18 位代码。"
            .formatted(title, FileProblem.shortened(shown)));
  }

  private static String expected(String code, String raw, String shown) {
    if (SUM.matcher(code).matches()) {
      return "应为 18 位代码，这里是“%s”；合计行请删去。".formatted(shown);
    }
    if (HASHES.matcher(code).matches()) {
      return "应为 18 位代码，这里是“%s”；列宽不够时另存，代码已丢失，请加宽该列后重新另存。".formatted(shown);
    }
    if (CellText.damaged(code)) {
      return "应为 18 位代码，这里是“%s”，文字已在以前另存时损坏；请重新填写。".formatted(shown);
    }
    if (OLD_NUMBER.matcher(code).matches()) {
      return "应为 18 位代码，这里是 %d 位的“%s”，像是旧的营业执照注册号；请换成 18 位代码。".formatted(code.length(), shown);
    }
    if (code.length() != 18) {
      return "应为 18 位代码，这里是 %d 位的“%s”；%s。"
          .formatted(
              code.codePointCount(0, code.length()),
              shown,
              code.length() >= 2 * Uscc.LENGTH ? "请一行只填一家企业的代码" : "请核对后改正");
    }
    String ones = CellText.compact(raw).replaceAll("[l|]", "1").replace('o', '0');
    if (Uscc.isValid(ones.toUpperCase(Locale.ROOT))) {
      return "里有小写字母 l、o 或竖线，这里是“%s”。您是否指“%s”？".formatted(shown, ones.toUpperCase(Locale.ROOT));
    }
    if (FOREIGN.matcher(code).find()) {
      return "里有希腊或俄文字母，看起来和英文字母一样，这里是“%s”；请用英文输入法重新填写字母。".formatted(shown);
    }
    if (Uscc.wellFormed(code)) {
      String right = code.substring(0, 17) + Uscc.check(code);
      return "的校验位不对：前 17 位对应的末位应为“%s”，即“%s”，这里是“%s”；请核对整个代码。"
          .formatted(right.substring(17), right, shown);
    }
    String meant = code.replace('I', '1').replace('O', '0').replace('Z', '2').replace('S', '5');
    if (Uscc.isValid(meant)) {
      return "不用字母 I、O、S、V、Z，这里是“%s”。您是否指“%s”？".formatted(shown, meant);
    }
    return LOOKALIKES.matcher(code).find()
        ? "不用字母 I、O、S、V、Z，这里是“%s”；请核对后改正。".formatted(shown)
        : "应只有数字和大写字母，这里是“%s”；请核对后改正。".formatted(shown);
  }
}
