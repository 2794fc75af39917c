package innovation.points.datasets.problem;

/** The stable names of what can be wrong (contract §1). Texts may change, these do not. */
public enum ProblemCode {
  UNREADABLE("unreadable", Severity.FILE),
  TOO_LARGE("too-large", Severity.FILE),
  BAD_KEY("bad-key", Severity.FILE),
  NOT_OWNED("not-owned", Severity.FILE),
  MISSING_COLUMN("missing-column", Severity.FILE),
  DUPLICATE_COLUMN("duplicate-column", Severity.FILE),
  EMPTY("empty", Severity.FILE),

  UNIT_UNLIKE_LAST_YEAR("unit-unlike-last-year", Severity.HOLD),
  NAMES_SHIFTED("names-shifted", Severity.HOLD),
  SEVERAL_TABLES("several-tables", Severity.HOLD),
  OTHER_YEAR("other-year", Severity.HOLD),
  WRONG_DATASET("wrong-dataset", Severity.HOLD),

  MISSING_VALUE("missing-value", Severity.ROW),
  BAD_USCC("bad-uscc", Severity.ROW),
  DAMAGED_USCC("damaged-uscc", Severity.ROW),
  NOT_A_NUMBER("not-a-number", Severity.ROW),
  NOT_AN_INTEGER("not-an-integer", Severity.ROW),
  NEGATIVE("negative", Severity.ROW),
  BAD_DATE("bad-date", Severity.ROW),
  NOT_IN_LIST("not-in-list", Severity.ROW),
  NOT_A_BOOLEAN("not-a-boolean", Severity.ROW),
  INCONSISTENT("inconsistent", Severity.ROW),
  DUPLICATE_ROW("duplicate-row", Severity.ROW),
  ROW_SHAPE("row-shape", Severity.ROW),
  NO_FORMULA_RESULT("no-formula-result", Severity.ROW),

  UNKNOWN_COLUMN("unknown-column", Severity.WARNING),
  COLUMN_NOT_READ("column-not-read", Severity.WARNING),
  TABLE_NOT_READ("table-not-read", Severity.WARNING),
  UNIT_CONVERTED("unit-converted", Severity.WARNING),
  UNITS_DIFFER("units-differ", Severity.WARNING),
  NOT_ON_ROSTER("not-on-roster", Severity.WARNING),
  NAME_DIFFERS("name-differs", Severity.WARNING),
  IMPLAUSIBLE("implausible", Severity.WARNING),
  UNLIKE_LAST_YEAR("unlike-last-year", Severity.WARNING),
  INCONSISTENT_FIGURES("inconsistent-figures", Severity.WARNING),
  HIDDEN_ROW("hidden-row", Severity.WARNING),
  REPAIRED("repaired", Severity.WARNING),
  MISSING_CELLS("missing-cells", Severity.WARNING),
  SAME_CONTRACT_TWICE("same-contract-twice", Severity.WARNING),
  MAPPED_AS_CONFIRMED("mapped-as-confirmed", Severity.WARNING),
  SECOND_FILE("second-file", Severity.WARNING);

  /** How far a problem reaches. */
  public enum Severity {
    /** The whole file is rejected. */
    FILE,
    /** Nothing of the file is taken until a person has said what it is. */
    HOLD,
    /** The row is rejected, the others are taken. */
    ROW,
    /** Nothing is rejected. */
    WARNING
  }

  private final String id;
  private final Severity severity;

  ProblemCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** As the contract spells it: {@code bad-uscc}. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether it speaks of a column or a table, not of the row that it names. */
  public boolean ofFile() {
    return switch (this) {
      case UNKNOWN_COLUMN,
          COLUMN_NOT_READ,
          TABLE_NOT_READ,
          UNIT_CONVERTED,
          UNITS_DIFFER,
          MAPPED_AS_CONFIRMED,
          SECOND_FILE ->
          true;
      default -> severity == Severity.FILE || severity == Severity.HOLD;
    };
  }
}
