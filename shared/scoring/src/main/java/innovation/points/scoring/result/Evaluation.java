package innovation.points.scoring.result;

import java.util.List;

/** What the rules make of one enterprise in one year. Immutable. */
public sealed interface Evaluation permits Scored, Excluded, Incomplete {

  /** 统一社会信用代码. */
  String uscc();

  /** The evaluation year. */
  int year();

  /** Id of the rulebook it was evaluated by. */
  String rulebook();

  /** SHA-256 of that rulebook's text, 64 hex digits. */
  String digest();

  /**
   * The datasets of the negative list (credit, environment, safety) in which the enterprise has no
   * row: nothing is deducted for it, but it is to be asked for (补数, rules §4).
   */
  List<String> unreported();
}
