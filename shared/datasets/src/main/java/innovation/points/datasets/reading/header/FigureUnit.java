package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is said beside a table of the unit of one figure alone: 净利润以元计.
 *
 * @param field whose figures are in it
 * @param place where that is said: 第 8 行
 */
record FigureUnit(Field field, Unit unit, String place) {

  private static final String LINKED = "(?:的|则|仍|均|都|全部|一律|统一|单独)*";

  /** Without what separates names: a long text has one way to be taken apart. */
  private static final String NAME = "[\\p{IsHan}&&[^和及与]]{2,20}";

  /** Figures by name, and the unit that is said of them: by how, or by being called a unit. */
  private static final Pattern SAID =
      Pattern.compile(
          "("
              + NAME
              + "(?:[、和及与]"
              + NAME
              + "){0,5}?)"
              + LINKED
              + "(?:[以按]("
              + TableContext.MONEY
              + ")(?:人民币)?(?:为(?:计量)?单位|计[算量]?|填[报列写]|列[示报]|表示|反映)"
              + "|(?:计量|金额)?单位[:为是]("
              + TableContext.MONEY
              + ")"
              + TableContext.END
              + ")");

  private static final Pattern SEPARATORS = Pattern.compile("[、和及与]");
  private static final Pattern BEFORE = Pattern.compile("^(?:注|其中|另|除)");

  /**
   * Takes what a text says of single figures that a dataset has.
   *
   * @param found gets it
   * @return the text without it
   */
  static String take(String text, String place, HeaderMatcher matcher, List<FigureUnit> found) {
    return SAID.matcher(text)
        .replaceAll(
            said -> {
              List<FigureUnit> units = of(said, place, matcher);
              found.addAll(units);
              return units.isEmpty() ? "$0" : "";
            });
  }

  /** None unless every name is that of a figure: 以上金额、净利润 speak of more. */
  private static List<FigureUnit> of(MatchResult said, String place, HeaderMatcher matcher) {
    String words = said.group(2) == null ? said.group(3) : said.group(2);
    var units = new ArrayList<FigureUnit>();
    for (String name : SEPARATORS.split(said.group(1), -1)) {
      Field field = matcher.claim(List.of(BEFORE.matcher(name).replaceFirst(""))).field();
      if (field == null || Unit.of(field.unit()).filter(Unit::money).isEmpty()) {
        return List.of();
      }
      Unit.of(words).ifPresent(unit -> units.add(new FigureUnit(field, unit, place)));
    }
    return units;
  }
}
