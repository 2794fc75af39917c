package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a question stands (contract §3). */
public enum QuestionState {
  OPEN("待交办"),
  /** A department has it, until a day. */
  ASSIGNED("已交办"),
  /** A file in force has changed the facts that it is about, and nobody has answered yet. */
  CORRECTED("数据已更正"),
  ANSWERED("已答复"),
  /** Who asked has found a fault with the answer. */
  REOPENED("重新办理"),
  /** Who asked has agreed, or has said nothing in time. */
  CLOSED("已办结");

  private final String title;

  QuestionState(String title) {
    this.title = title;
  }

  /** In Chinese. */
  public String title() {
    return title;
  }

  /** Whether an answer is still to come. */
  public boolean waits() {
    return this != ANSWERED && this != CLOSED;
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
