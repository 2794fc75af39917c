package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether the audit and the analysis report of a generation are written. */
public enum DocumentsState {
  /** The generation is whole and can be looked at; they follow. */
  PENDING("pending"),
  READY("ready");

  private final String id;

  DocumentsState(String id) {
    this.id = id;
  }

  /** As the API spells it. */
  @JsonValue
  public String id() {
    return id;
  }

  static DocumentsState of(String id) {
    for (DocumentsState state : values()) {
      if (state.id.equals(id)) {
        return state;
      }
    }
    throw new IllegalArgumentException("expected the state of documents, found " + id);
  }
}
