package innovation.points.store.rulebook;

/** Where a rulebook that came as a file stands. */
public enum RulebookState {
  /** A file that governs nothing; it may be replaced. */
  DRAFT("draft"),
  /** Waits for another person; the file no longer counts. */
  SUBMITTED("submitted"),
  /** Governs from its date on. */
  APPROVED("approved"),
  /** Sent back with a reason; a draft again in all but name. */
  REFUSED("refused"),
  /** Governs nothing, and never will again where it once was approved. */
  WITHDRAWN("withdrawn");

  private final String id;

  RulebookState(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  static RulebookState of(String id) {
    for (RulebookState state : values()) {
      if (state.id.equals(id)) {
        return state;
      }
    }
    throw new IllegalStateException("no state of a rulebook: " + id);
  }
}
