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

  UNKNOWN_COLUMN("unknown-column", Severity.WARNING),
  NOT_ON_ROSTER("not-on-roster", Severity.WARNING),
  NAME_DIFFERS("name-differs", Severity.WARNING);

  /** How far a problem reaches. */
  public enum Severity {
    /** The whole file is rejected. */
    FILE,
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
}
