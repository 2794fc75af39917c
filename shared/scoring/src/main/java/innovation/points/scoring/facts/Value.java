package innovation.points.scoring.facts;

import java.time.LocalDate;

/** One value of a file. A blank cell is not a value but a missing fact. */
public sealed interface Value {

  /** A figure in the unit of its field (万元, 件, 人 …); finite. */
  record Amount(double amount) implements Value {
    public Amount {
      if (!Double.isFinite(amount)) {
        throw new IllegalArgumentException("expected a finite number, found " + amount);
      }
    }
  }

  /** 是 or 否. */
  record Flag(boolean flag) implements Value {}

  /** A day, without time or zone. */
  record Day(LocalDate day) implements Value {}

  /** Free text, a code, or an item of a list, as the catalogue spells it. */
  record Text(String text) implements Value {
    public Text {
      if (text.isBlank()) {
        throw new IllegalArgumentException("expected a text, found a blank one");
      }
    }
  }

  static Value of(double amount) {
    return new Amount(amount);
  }

  static Value of(boolean flag) {
    return new Flag(flag);
  }

  static Value of(LocalDate day) {
    return new Day(day);
  }

  static Value of(String text) {
    return new Text(text);
  }
}
