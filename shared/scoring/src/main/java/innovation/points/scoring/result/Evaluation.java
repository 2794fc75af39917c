package innovation.points.scoring.result;

import java.util.List;

/** The result of applying the rules to one enterprise in one year. Immutable. */
public sealed interface Evaluation permits Scored, Excluded, Incomplete {

  /** 统一社会信用代码. */
  String uscc();

  /** The evaluation year. */
  int year();

  /** Id of the rulebook applied. */
  String rulebook();

  /** SHA-256 of that rulebook's text, 64 hex digits. */
  String digest();

  /**
   * The datasets of the negative list (credit, environment, safety) without a row for the
   * enterprise. Nothing is deducted for them, but the data is to be requested (补数, rules §4).
   */
  List<String> unreported();
}
