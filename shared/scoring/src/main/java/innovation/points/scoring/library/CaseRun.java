package innovation.points.scoring.library;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Plain;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.reader.Case;
import innovation.points.scoring.rulebook.reader.Case.Expected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Runs the cases attached to a rulebook. */
final class CaseRun {
  private static final String USCC = "91410700TEST000001";
  private static final double CLOSE = 5e-7;

  /** The years that a case covers: more than any window or run of stages reaches back. */
  private static final int YEARS = 30;

  private final Rulebook rulebook;

  CaseRun(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** The deviations from the expected results, by line, in Chinese; empty where all cases hold. */
  List<String> differences(List<Case> cases) {
    List<String> differences = new ArrayList<>();
    for (Case one : cases) {
      Evaluation evaluation =
          new Scorer(rulebook.inYear(one.year()))
              .score(one.year(), facts(one), deliveries(one), one.published());
      for (Expected expected : one.expected()) {
        String found = found(expected.what(), evaluation);
        if (!same(expected.value(), found)) {
          differences.add(
              "第 %d 行：案例“%s”的 %s 应为 %s，实为 %s。"
                  .formatted(
                      expected.line(),
                      one.name(),
                      expected.what(),
                      shown(expected.value()),
                      shown(found)));
        }
      }
    }
    return differences;
  }

  private static String shown(String text) {
    return text.isEmpty() ? "无" : text;
  }

  private static boolean same(String expected, String found) {
    if (expected.equals(found)) {
      return true;
    }
    try {
      return new BigDecimal(expected).subtract(new BigDecimal(found)).abs().doubleValue() < CLOSE;
    } catch (NumberFormatException _) {
      // Not both numbers, and different texts.
      return false;
    }
  }

  private EnterpriseFacts facts(Case one) {
    Map<Integer, YearFacts> years = new HashMap<>();
    one.facts()
        .forEach(
            (year, values) -> {
              Map<String, Fact> known = new HashMap<>();
              values.forEach(
                  (field, value) ->
                      known.put(
                          field, new Fact(value, new Source("cases/" + field, "", one.line()))));
              years.put(year, new YearFacts(known, without(one, year, true)));
            });
    return new EnterpriseFacts(USCC, years, one.items());
  }

  /** Every dataset is delivered and lists the enterprise, unless the case says otherwise. */
  private Set<String> without(Case one, int year, boolean listed) {
    Set<String> ids = new HashSet<>();
    for (Rulebook.Dataset dataset : rulebook.datasets()) {
      if (!listed || dataset.items() == null) {
        ids.add(dataset.id());
      }
    }
    ids.removeAll(one.undelivered().getOrDefault(year, Set.of()));
    if (listed) {
      ids.removeAll(one.absent().getOrDefault(year, Set.of()));
    }
    return ids;
  }

  private Deliveries deliveries(Case one) {
    Map<Integer, Set<String>> delivered = new HashMap<>();
    for (int year = one.year() - YEARS; year <= one.year(); year++) {
      delivered.put(year, without(one, year, false));
    }
    return new Deliveries(delivered);
  }

  private String found(String what, Evaluation evaluation) {
    int dot = what.indexOf('.');
    String part = dot < 0 ? "" : what.substring(dot + 1);
    return switch (dot < 0 ? what : what.substring(0, dot)) {
      case "status" -> status(evaluation);
      case "stage" -> stage(evaluation);
      case "reasons" ->
          evaluation instanceof Excluded excluded ? String.join("、", excluded.reasons()) : "";
      case "missing" ->
          evaluation instanceof Incomplete incomplete ? String.join("、", incomplete.missing()) : "";
      case "ranked" -> evaluation instanceof Scored scored ? "" + scored.ranked() : "";
      case "total" -> number(evaluation, Scored::total);
      case "weighted" -> number(evaluation, Scored::weighted);
      case "coverage" -> number(evaluation, Scored::coverage);
      case "factor" -> number(evaluation, Scored::decayFactor);
      case "categories" -> evaluation instanceof Scored scored ? category(scored, part) : "";
      case "indicators" -> evaluation instanceof Scored scored ? indicator(scored, part) : "";
      case "deductions" -> number(evaluation, scored -> deducted(scored, part));
      case "bonus" -> number(evaluation, scored -> added(scored, part));
      case "decay" -> number(evaluation, scored -> factor(scored, part));
      default -> "";
    };
  }

  private static String number(Evaluation evaluation, ToDoubleFunction<Scored> figure) {
    return evaluation instanceof Scored scored
        ? Plain.number(Rounding.halfEven(figure.applyAsDouble(scored), 6))
        : "";
  }

  private static String status(Evaluation evaluation) {
    return switch (evaluation) {
      case Scored _ -> "scored";
      case Excluded _ -> "excluded";
      case Incomplete _ -> "incomplete";
    };
  }

  private static String stage(Evaluation evaluation) {
    return switch (evaluation) {
      case Scored scored -> scored.stage();
      case Excluded excluded -> excluded.stage() == null ? "" : excluded.stage();
      case Incomplete _ -> "";
    };
  }

  private static String category(Scored scored, String id) {
    Double score = scored.categories().get(id);
    return score == null ? "" : Plain.number(score);
  }

  private String indicator(Scored scored, String id) {
    for (int i = 0; i < rulebook.indicators().size(); i++) {
      if (rulebook.indicators().get(i).id().equals(id)) {
        return scored.outcome(i) == Outcome.MISSING
            ? Outcome.MISSING.id()
            : Plain.number(Rounding.halfEven(scored.points(i), 6));
      }
    }
    return "";
  }

  private static double deducted(Scored scored, String rule) {
    return scored.deductions().stream()
        .filter(one -> one.rule().equals(rule))
        .mapToDouble(Deduction::points)
        .sum();
  }

  private static double added(Scored scored, String rule) {
    return scored.bonus().stream()
        .filter(one -> one.rule().equals(rule))
        .mapToDouble(Bonus::points)
        .sum();
  }

  private static double factor(Scored scored, String rule) {
    return scored.decay().stream()
        .filter(one -> one.rule().equals(rule))
        .mapToDouble(Decay::factor)
        .reduce(1, (a, b) -> a * b);
  }
}
