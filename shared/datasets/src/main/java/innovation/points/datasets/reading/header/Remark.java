package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.reading.sheet.CellText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands beside a column's name: a unit, a year, a hint for who fills the form in, or a word
 * that makes another quantity of it.
 */
sealed interface Remark {

  /** A unit of figures. */
  record InUnit(Unit unit) implements Remark {}

  /** The file's year. */
  record OfYear() implements Remark {}

  /** A hint that changes nothing. */
  record Harmless() implements Remark {}

  /** Another year, or a part of one. */
  record OtherPeriod(String text) implements Remark {}

  /** Several years. */
  record SeveralYears(String text) implements Remark {}

  /** A part, a rate, a forecast: another quantity than the column's name says. */
  record OtherQuantity(String text) implements Remark {}

  /** Nothing that is known. */
  record Unknown(String text) implements Remark {}

  Pattern OTHER_QUANTITY =
      Pattern.compile(
          "预计|预测|预估|估算|估计|暂估|预算|计划|目标|同比|环比|增长|增幅|增速|增减|增加|减少|变动|占.*(比|%)|比重|比例"
              + "|比率|率$|%|其中|累计|平均|人均|月均|归属|归母|口径|合并(?!单元)|单体|母公司|子公司|集团|不含|除外|扣除|剔除|资本化|费用化|委托"
              + "|小计|名次|排名|序号|说明|备注|校验|审核");

  Pattern HARMLESS =
      Pattern.compile(
          "必填项?|选填项?|可不填|可空|可为空|数字|数值型?|整数|文本(型|格式)?|日期(型|格式)?|金额|数额|合计|总计|总额|数量|人数"
              + "|实际(数|发生数|发生额)?|决算数?|审计数|(经|已)?审计后?数?|年报数?|全年累计数?|[1-9]|账面数|填报数|据实填写|如实填写"
              + "|保留.{0,6}(小数|整数)|小数点后.{0,4}位|取整数?|四舍五入|精确到.{1,6}|只填数字|(请)?填写?(数字|整数|金额)"
              + "|(净?)亏损.*(负|-|号|填列|表示).*|负数.*|.{0,4}以?[“\"'‘]?-[”\"'’]?号?(填列|表示|反映)"
              + "|(如|若)?(无|没有)(则|请|的)?填?写?[“\"]?0[”\"]?|以审计报告为准|按?(审计|财务)报(告|表)(数|填写|填报)?"
              + "|18位.*|是或否|是[/、]否|填?“?是”?[/、或]“?否”?|下拉选择|请?选择|(格式)?[:：]?yyyy.*|格式.*|如.?[0-9].*"
              + "|[①-⑳]|(主表|附表|利润表|资产负债表|A?[0-9]{6}表?)?第?[0-9]{1,3}[行栏列]次?"
              + "|(单位|企业|由企业)?自行?(填|填报|填写)|例[:如].*|.{0,2}注册|全称|与营业执照一致|营业执照.{0,4}|工商.{0,4}|大写");

  Pattern DASHES = Pattern.compile("[-—–/]+");
  Pattern SEPARATORS = Pattern.compile("[,，;；、。]");

  /** Reads one remark beside the name of a field. */
  static Remark of(String text, Field field, int year) {
    String word = CellText.compact(text).replaceAll("^[:,;、]+|[:,;、]+$", "");
    if (word.isEmpty() || DASHES.matcher(word).matches()) {
      return new Harmless();
    }
    Optional<Unit> unit = Unit.of(word);
    if (unit.isPresent()) {
      return new InUnit(unit.get());
    }
    if (HARMLESS.matcher(word).matches() || word.equals(CellText.compact(field.note()))) {
      return new Harmless();
    }
    if (balanceDay(word, field)) {
      return new Harmless();
    }
    Period period = Period.ofRemark(word, year);
    if (period == Period.OTHER) {
      return new OtherPeriod(word);
    }
    if (period == Period.SEVERAL) {
      return new SeveralYears(word);
    }
    if (OTHER_QUANTITY.matcher(word).find()) {
      return new OtherQuantity(word);
    }
    if (word.matches(".*截[至止].*") && field.title().startsWith("当年")) {
      return new OtherQuantity(word);
    }
    if (period == Period.OURS && time(word)) {
      return new OfYear();
    }
    return strict(field) ? option(word, field) : new Harmless();
  }

  /** 年末 beside a figure of the year's end, 年初 beside one of its beginning. */
  private static boolean balanceDay(String word, Field field) {
    return (word.matches("(年末|期末|年底)(数|余额|金额)?") && field.title().contains("年末"))
        || (word.matches("(年初|期初)(数|余额|金额)?") && field.title().contains("年初"));
  }

  /** Whether nothing else is said than which year is meant. */
  private static boolean time(String word) {
    return word.replaceAll("(20[0-9]{2})[-./年]0?1月?[-—–~至到]+(\\1[-./年])?12月?", "$1")
        .replaceAll("20[0-9]{2}|(?<![0-9])[12][0-9](?=年)|截[至止]|全年|年度|年末|年底|[本当今该]年|本期|年|度", "")
        .replaceAll("1月?[-—–~至到]+12月|12月(31日|[底末])|12[-./]31|到|数|金额|发生额|实际|完成|值|[-./()]", "")
        .isEmpty();
  }

  private static Remark option(String word, Field field) {
    return field.options().stream().anyMatch(word::contains) ? new Harmless() : new Unknown(word);
  }

  /** Whether the column's content counts, so that an unknown word beside its name stops it. */
  static boolean strict(Field field) {
    return switch (field.type()) {
      case NUMBER, INTEGER, BOOLEAN, ENUM, DATE -> true;
      case USCC, STRING, CODE -> false;
    };
  }

  static boolean figure(Field field) {
    return field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER;
  }
}
