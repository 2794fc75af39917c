package innovation.points.person;

/** Whether what one person asks for takes effect only once another one approves it. */
public enum FourEyes {
  /** The default. */
  REQUIRED("required"),
  /** For a zone of one: whoever asks decides. */
  OFF("off");

  private final String id;

  FourEyes(String id) {
    this.id = id;
  }

  /** The value of the parameter {@code FourEyes}. */
  public String id() {
    return id;
  }

  /**
   * The rule of a parameter's value.
   *
   * @throws IllegalArgumentException where it is neither {@code required} nor {@code off}
   */
  public static FourEyes of(String text) {
    for (FourEyes rule : values()) {
      if (rule.id.equals(text)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("expected required or off for FourEyes, found " + text);
  }

  /** Whether a person may decide what another, or the same, has asked for. */
  public boolean allows(Person asked, Person decides) {
    return this == OFF || !asked.isSameAs(decides);
  }
}
