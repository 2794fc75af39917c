package innovation.points.scoring.advice;

import innovation.points.scoring.advice.Advice.Warning;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.StageBound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Computes the total at the next stage bound of each figure. */
final class Bounds {
  private final Rulebook rulebook;

  Bounds(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  List<Warning> of(Trials trials) {
    Map<Field, StageBound> next = new LinkedHashMap<>();
    for (StageBound bound : StageBound.of(rulebook)) {
      if (bound.at() > trials.figure(bound.field().id())) {
        next.putIfAbsent(bound.field(), bound);
      }
    }
    List<Warning> warnings = new ArrayList<>();
    next.values().forEach(bound -> warning(bound, trials).ifPresent(warnings::add));
    return warnings;
  }

  private Optional<Warning> warning(StageBound bound, Trials trials) {
    Field field = bound.field();
    var changes = new Changes(Map.of(field.id(), Optional.of(Value.of(bound.at()))), Map.of());
    Scored now = trials.now();
    Scored then = trials.with(changes);
    if (then == null || then.stage().equals(now.stage()) || trials.gain(then) >= 0) {
      return Optional.empty();
    }
    double total = trials.gain(then);
    List<String> because = because(now, then);
    String text =
        "%s达到 %s%s即进入%s，其他数据不变时总分由 %s 变为 %s，减少 %s 分：%s。"
            .formatted(
                field.name(),
                Steps.plain(bound.at()),
                bound.unit().isEmpty() ? "" : " " + bound.unit(),
                rulebook.stageName(then.stage()),
                Steps.plain(now.total()),
                Steps.plain(then.total()),
                Steps.plain(-total),
                String.join("；", because));
    return Optional.of(new Warning(changes, then.stage(), total, because, text));
  }

  private List<String> because(Scored now, Scored then) {
    Stage from = Objects.requireNonNull(rulebook.stage(now.stage()));
    Stage to = Objects.requireNonNull(rulebook.stage(then.stage()));
    List<String> because = new ArrayList<>();
    for (int i = 0; i < rulebook.categories().size(); i++) {
      Category category = rulebook.categories().get(i);
      double was = now.category(i) * from.weights().getOrDefault(category.id(), 0.0);
      double is = then.category(i) * to.weights().getOrDefault(category.id(), 0.0);
      if (is < was) {
        because.add(
            "%s得分由 %s 变为 %s，权重由 %s%% 变为 %s%%"
                .formatted(
                    category.name(),
                    Steps.plain(now.category(i)),
                    Steps.plain(then.category(i)),
                    percent(from, category),
                    percent(to, category)));
      }
    }
    if (then.decayFactor() < now.decayFactor()) {
      because.add(
          "衰减系数由 %s 变为 %s"
              .formatted(Steps.plain(now.decayFactor()), Steps.plain(then.decayFactor())));
    }
    return because;
  }

  private static String percent(Stage stage, Category category) {
    return Steps.plain(stage.weights().getOrDefault(category.id(), 0.0) * 100);
  }
}
