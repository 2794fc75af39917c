package innovation.points.desk.allocation;

import java.math.BigDecimal;

/**
 * An amount in capital digits, 壹拾万零伍佰元整, as papers of finance have it besides figures
 * (《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》).
 */
final class AmountInWords {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] UNITS = {"", "拾", "佰", "仟"};

  /** Of groups of four digits. */
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};

  private static final int GROUP = UNITS.length;

  private AmountInWords() {}

  /**
   * In words.
   *
   * @param yuan not negative, at most two decimals, less than 10^16
   */
  static String of(BigDecimal yuan) {
    String figures = yuan.setScale(2).toPlainString();
    int point = figures.indexOf('.');
    if (yuan.signum() < 0 || point > GROUP * GROUPS.length) {
      throw new IllegalArgumentException("expected an amount from 0 below 10^16, found " + yuan);
    }
    String whole = whole(figures.substring(0, point));
    int tenth = figures.charAt(point + 1) - '0';
    int hundredth = figures.charAt(point + 2) - '0';
    if (tenth == 0 && hundredth == 0) {
      return (whole.isEmpty() ? "零" : whole) + "元整";
    }
    var words = new StringBuilder(whole.isEmpty() ? "" : whole + "元");
    if (tenth > 0) {
      words.append(DIGITS.charAt(tenth)).append("角");
    } else if (!whole.isEmpty()) {
      words.append("零");
    }
    return words.append(hundredth > 0 ? DIGITS.charAt(hundredth) + "分" : "整").toString();
  }

  /** Zeros between other digits are one 零; those at the end of a group are none. */
  private static String whole(String figures) {
    var words = new StringBuilder();
    boolean skipped = false;
    boolean inGroup = false;
    for (int i = 0; i < figures.length(); i++) {
      int digit = figures.charAt(i) - '0';
      int place = figures.length() - 1 - i;
      if (digit > 0) {
        words.append(skipped && !words.isEmpty() ? "零" : "");
        words.append(DIGITS.charAt(digit)).append(UNITS[place % GROUP]);
        inGroup = true;
      }
      skipped = digit == 0;
      if (place % GROUP == 0 && inGroup) {
        words.append(GROUPS[place / GROUP]);
        skipped = false;
        inGroup = false;
      }
    }
    return words.toString();
  }
}
