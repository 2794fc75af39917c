package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a run. */
public enum RunStatus {
  RUNNING("running"),
  /** Every row is written and counted; readers do not see it. */
  COMPLETE("complete"),
  /** The same, and it was ordered to be published: it waits for an approver. */
  AWAITING_APPROVAL("awaiting-approval"),
  /** An approver has refused to publish it; it stays so. */
  REFUSED("refused"),
  /** It was published, and every reader sees that; it may have been superseded since. */
  PUBLISHED("published"),
  FAILED("failed");

  private final String id;

  RunStatus(String id) {
    this.id = id;
  }

  /** As the API spells it. */
  @JsonValue
  public String id() {
    return id;
  }

  static RunStatus of(String id) {
    for (RunStatus status : values()) {
      if (status.id.equals(id)) {
        return status;
      }
    }
    throw new IllegalArgumentException("expected the status of a run, found " + id);
  }
}
