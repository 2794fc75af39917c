package innovation.points.datasets.reading.container;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether bytes are a web page: systems save tables so, under any name. */
final class HtmlMarkup {

  private static final Pattern START =
      Pattern.compile(
          "\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype html|html|head|meta|body"
              + "|table|style|div|center|title|script).*",
          Pattern.DOTALL);

  private HtmlMarkup() {}

  static boolean is(byte[] head) {
    return START.matcher(ForeignFile.text(head).toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the page, as far as it is seen, has a table in it. */
  static boolean isTable(byte[] head) {
    return is(head) && ForeignFile.text(head).toLowerCase(Locale.ROOT).contains("<table");
  }
}
