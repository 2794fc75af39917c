package innovation.points.store.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What of a name is compared: letters and digits in one width and case, without spaces, brackets,
 * dots and other punctuation.
 */
public final class NameFold {

  /** 公司形式 at the end of a name, folded; the longer first. */
  private static final Pattern FORM =
      Pattern.compile("(股份有限公司|有限责任公司|有限公司|股份公司|公司|合伙企业有限合伙|合伙企业普通合伙|有限合伙|合伙企业|个人独资企业)$");

  /** The same where somebody has not yet written it out. */
  private static final Pattern BEGUN = Pattern.compile("(股份)?有限(责任)?公?$");

  private NameFold() {}

  /** A name or what somebody typed. */
  public static String fold(String text) {
    var folded = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** A folded name without its 公司形式. */
  public static String core(String folded) {
    return FORM.matcher(folded).replaceFirst("");
  }

  /** What somebody typed, folded, without a 公司形式, be it written out or not. */
  public static String typedCore(String folded) {
    return BEGUN.matcher(core(folded)).replaceFirst("");
  }
}
