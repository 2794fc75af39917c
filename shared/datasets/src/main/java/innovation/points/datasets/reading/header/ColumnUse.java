package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a column may be read for the field it names, and in which unit. */
sealed interface ColumnUse {

  /**
   * It may.
   *
   * @param shift the power of ten by which its figures are multiplied
   * @param unit as found; empty where none is named
   * @param from where the unit was found; empty where none is named
   */
  record Read(int shift, String unit, String from) implements ColumnUse {}

  /**
   * It may not.
   *
   * @param why a sentence without its subject
   */
  record Unread(String why) implements ColumnUse {}

  /** Whether the header says itself that the column is of the file's year. */
  static boolean dated(Field field, HeaderMatcher.Claim claim, int year) {
    return remarks(field, claim, year).contains(new Remark.OfYear());
  }

  private static List<Remark> remarks(Field field, HeaderMatcher.Claim claim, int year) {
    List<Remark> remarks = new ArrayList<>();
    for (String text : claim.remarks()) {
      remarks.addAll(remarks(text, field, year));
    }
    for (String text : claim.above()) {
      for (Remark remark : remarks(text.replaceAll("[:：]", ","), field, year)) {
        if (!(remark instanceof Remark.Unknown)) {
          remarks.add(remark);
        }
      }
    }
    return remarks;
  }

  /** Weighs everything that is said of a column. */
  static ColumnUse of(
      Field field, HeaderMatcher.Claim claim, TableContext context, int year, Said said) {
    List<Remark> remarks = remarks(field, claim, year);
    Optional<Unread> unread = unread(remarks, field, year);
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<Unit> wanted = Unit.of(field.unit());
    if (!Remark.figure(field) || wanted.isEmpty()) {
      return new Read(0, "", "");
    }
    Optional<Unit> confirmed = said.inUnit();
    if (confirmed.isPresent() && confirmed.get().shiftTo(wanted.get()).isPresent()) {
      return inUnits(List.of(confirmed.get()), "确认", field, wanted.get());
    }
    List<Unit> own = new ArrayList<>();
    for (Remark remark : remarks) {
      if (remark instanceof Remark.InUnit(Unit unit) && !alone(unit, wanted.get())) {
        own.add(unit);
      }
    }
    List<FigureUnit> single = context.of(field);
    if (!own.isEmpty() || !single.isEmpty()) {
      List<String> from = new ArrayList<>(own.isEmpty() ? List.of() : List.of("列名"));
      single.stream().map(FigureUnit::place).distinct().forEach(from::add);
      single.stream().map(FigureUnit::unit).filter(one -> !own.contains(one)).forEach(own::add);
      return inUnits(own, String.join("和", from), field, wanted.get());
    }
    List<Unit> around = context.of(wanted.get());
    Optional<String> currency = currency(remarks);
    if (around.isEmpty() && currency.isPresent()) {
      return new Unread(
          "没有读取：列名只注明币种“%s”，没有注明是%s还是元；请在列名里写明单位。".formatted(currency.get(), field.unit()));
    }
    return around.isEmpty()
        ? new Read(0, "", "")
        : inUnits(around, context.place(), field, wanted.get());
  }

  /** 人民币 beside a figure in 万元 says nothing of how much it is. */
  private static boolean alone(Unit unit, Unit wanted) {
    return unit.kind() == Unit.Kind.RENMINBI_ALONE && wanted.kind() == Unit.Kind.RENMINBI;
  }

  /** CNY and the like stand for 元 as often as not. */
  private static Optional<String> currency(List<Remark> remarks) {
    for (Remark remark : remarks) {
      if (remark instanceof Remark.InUnit(Unit unit)
          && unit.kind() == Unit.Kind.RENMINBI_ALONE
          && !unit.name().equals("人民币")) {
        return Optional.of(unit.name());
      }
    }
    return Optional.empty();
  }

  private static List<Remark> remarks(String text, Field field, int year) {
    Remark whole = Remark.of(text, field, year);
    if (!(whole instanceof Remark.Unknown) && !(whole instanceof Remark.OtherQuantity)) {
      return List.of(whole);
    }
    List<Remark> parts = new ArrayList<>();
    for (String part : Remark.SEPARATORS.split(text.replaceAll("[()（）]", ","), -1)) {
      parts.add(Remark.of(part, field, year));
    }
    return parts;
  }

  private static Optional<Unread> unread(List<Remark> remarks, Field field, int year) {
    for (Remark remark : remarks) {
      switch (remark) {
        case Remark.OtherPeriod(String text) -> {
          return Optional.of(
              new Unread("没有读取：“%s”应为 %d 年全年的数，列名注明“%s”。".formatted(field.title(), year, text)));
        }
        case Remark.SeveralYears(String text) -> {
          if (!remarks.contains(new Remark.OfYear())) {
            return Optional.of(
                new Unread("没有读取：“%s”应为 %d 年全年的数，列名注明“%s”。".formatted(field.title(), year, text)));
          }
        }
        case Remark.OtherQuantity(String text) -> {
          return Optional.of(
              new Unread(
                  "没有读取：列名注明“%s”，与“%s”不是同一个量；如就是这一列，请把列名改为“%s”。"
                      .formatted(text, field.title(), field.title())));
        }
        case Remark.Unknown(String text) -> {
          return Optional.of(
              new Unread(
                  "没有读取：不能确定列名里的“%s”是否改变了“%s”的含义；如就是这一列，请把列名改为“%s”。"
                      .formatted(text, field.title(), field.title())));
        }
        case Remark.InUnit unit -> {}
        case Remark.OfYear ofYear -> {}
        case Remark.Harmless harmless -> {}
      }
    }
    return Optional.empty();
  }

  private static ColumnUse inUnits(List<Unit> units, String from, Field field, Unit wanted) {
    String names = String.join("、", units.stream().map(Unit::name).toList());
    List<Integer> shifts = new ArrayList<>();
    for (Unit unit : units) {
      OptionalInt shift = unit.shiftTo(wanted);
      if (shift.isEmpty()) {
        return new Unread(
            "没有读取：“%s”应以%s为单位，%s注明的“%s”不能换算；请换算后改列名。"
                .formatted(field.title(), field.unit(), from, names));
      }
      if (!shifts.contains(shift.getAsInt())) {
        shifts.add(shift.getAsInt());
      }
    }
    if (shifts.size() > 1) {
      return new Unread(
          "没有读取：“%s”应以%s为单位，%s注明了不止一种单位（%s）；请只留一种。"
              .formatted(field.title(), field.unit(), from, names));
    }
    return new Read(shifts.getFirst(), units.getFirst().name(), from);
  }
}
