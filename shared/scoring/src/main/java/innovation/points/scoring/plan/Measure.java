package innovation.points.scoring.plan;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A formula, prepared for repeated computation (rules §3, values). */
@FunctionalInterface
interface Measure {
  /** The value, {@link Subject#MISSING} or {@link Outcome#NO_BASE}. */
  double value(Subject subject, FactTrace trace);

  static Measure of(Formula formula) {
    return switch (formula) {
      case Formula.Amount(Quantity of) -> (subject, trace) -> quantity(of, subject, trace);
      case Formula.Growth(Field of) -> (subject, trace) -> growth(of, subject, trace);
      case Formula.Ratio ratio -> (subject, trace) -> ratio(ratio, subject, trace);
      case Formula.Sum(Items items, String field) -> sum(new Selection(items), field);
      case Formula.Count(Items items) -> count(new Selection(items));
      case Formula.Best(Items items, String by, Map<String, Double> shares) ->
          best(new Selection(items), by, shares);
      case Formula.Any(List<Items> of) -> any(of.stream().map(Selection::new).toList());
    };
  }

  private static double quantity(Quantity quantity, Subject subject, FactTrace trace) {
    return switch (quantity) {
      case Quantity.Figure(Field field, int yearsBack) ->
          subject.figure(field, subject.year() - yearsBack, trace);
      case Quantity.FirstKnown(List<Quantity> of) -> firstKnown(of, subject, trace);
      case Quantity.Mean(List<Quantity> of) -> {
        double sum = 0;
        for (Quantity one : of) {
          sum += quantity(one, subject, trace);
        }
        yield sum / of.size();
      }
    };
  }

  private static double firstKnown(List<Quantity> of, Subject subject, FactTrace trace) {
    for (Quantity one : of) {
      double value = quantity(one, subject, FactTrace.NONE);
      if (!Double.isNaN(value)) {
        return trace == FactTrace.NONE ? value : quantity(one, subject, trace);
      }
    }
    of.forEach(one -> quantity(one, subject, trace));
    return Subject.MISSING;
  }

  private static double growth(Field of, Subject subject, FactTrace trace) {
    double now = subject.figure(of, subject.year(), trace);
    double before = subject.figure(of, subject.year() - 1, trace);
    if (Double.isNaN(now) || Double.isNaN(before)) {
      return Subject.MISSING;
    }
    if (before <= 0) {
      trace.notPositive((subject.year() - 1) + "年" + of.name(), before);
      return Outcome.NO_BASE;
    }
    return (now - before) / before * 100;
  }

  private static double ratio(Formula.Ratio ratio, Subject subject, FactTrace trace) {
    double part = quantity(ratio.part(), subject, trace);
    double whole = quantity(ratio.whole(), subject, trace);
    Formula.Fallback other = ratio.whereZero();
    if (whole == 0 && other != null) {
      double otherWhole = quantity(other.whole(), subject, FactTrace.NONE);
      // Without the other whole there is no fallback: the whole is zero and known.
      if (!Double.isNaN(otherWhole)) {
        trace.instead(name(ratio.whole()), name(other.whole()));
        quantity(other.whole(), subject, trace);
        return share(part, otherWhole, other.divisor(), other.whole(), trace);
      }
    }
    return share(part, whole, 1, ratio.whole(), trace);
  }

  private static double share(
      double part, double whole, double divisor, Quantity of, FactTrace trace) {
    if (Double.isNaN(part) || Double.isNaN(whole)) {
      return Subject.MISSING;
    }
    if (whole <= 0) {
      trace.notPositive(name(of), whole);
      return Outcome.NO_BASE;
    }
    return part / whole / divisor * 100;
  }

  private static String name(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Figure(Field field, int yearsBack) ->
          yearsBack == 0 ? field.name() : yearsBack + " 年前的" + field.name();
      case Quantity.FirstKnown(List<Quantity> of) -> name(of.getFirst());
      case Quantity.Mean(List<Quantity> of) ->
          String.join("与", of.stream().map(Measure::name).toList()) + "的平均";
    };
  }

  private static Measure sum(Selection selection, String field) {
    return (subject, trace) -> {
      List<LineItem> items = selection.of(subject);
      if (items.isEmpty()) {
        return none(selection, subject, trace);
      }
      double[] amounts = new double[items.size()];
      for (int i = 0; i < amounts.length; i++) {
        LineItem item = items.get(i);
        amounts[i] = item.values().get(field) instanceof Value.Amount(double amount) ? amount : 0;
        selection.note(item, field, trace);
      }
      // Added in order of size, so that the sum does not depend on the order of files and rows.
      Arrays.sort(amounts);
      double sum = 0;
      for (double amount : amounts) {
        sum += amount;
      }
      return sum;
    };
  }

  private static double none(Selection selection, Subject subject, FactTrace trace) {
    if (selection.missing(subject)) {
      trace.undelivered(selection.dataset(), subject.year());
      return Subject.MISSING;
    }
    return 0;
  }

  private static Measure count(Selection selection) {
    return (subject, trace) -> {
      int count = selection.count(subject);
      if (count == 0) {
        return none(selection, subject, trace);
      }
      if (trace != FactTrace.NONE) {
        selection.note(selection.of(subject), trace);
      }
      return count;
    };
  }

  private static Measure best(Selection selection, String by, Map<String, Double> shares) {
    Comparator<LineItem> byShare = Comparator.comparingDouble(item -> share(item, by, shares));
    return (subject, trace) -> {
      List<LineItem> items = selection.of(subject);
      if (items.isEmpty()) {
        return none(selection, subject, trace);
      }
      double best = share(items.stream().max(byShare).orElseThrow(), by, shares);
      if (trace != FactTrace.NONE && best > 0) {
        selection.note(
            items.stream().filter(item -> share(item, by, shares) == best).toList(), trace);
      }
      return best;
    };
  }

  private static double share(LineItem item, String by, Map<String, Double> shares) {
    String level = Selection.text(item, by);
    return level == null ? 0 : shares.getOrDefault(level, 0.0);
  }

  private static Measure any(List<Selection> selections) {
    return (subject, trace) -> {
      boolean found = false;
      boolean missing = false;
      for (Selection selection : selections) {
        int count = selection.count(subject);
        found |= count > 0;
        missing |= count == 0 && Double.isNaN(none(selection, subject, trace));
        if (count > 0 && trace != FactTrace.NONE) {
          selection.note(selection.of(subject), trace);
        }
      }
      if (found) {
        return 1;
      }
      return missing ? Subject.MISSING : 0;
    };
  }
}
