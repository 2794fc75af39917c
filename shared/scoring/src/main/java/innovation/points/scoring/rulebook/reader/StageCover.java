package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates every combination of the intervals between the stages' bounds: which stage is the first
 * to hold there, if any.
 */
final class StageCover {
  private record Axis(@Nullable Field field, List<Double> starts) {}

  private final List<Stage> stages;
  private final List<Axis> axes;
  private final List<String> gaps = new ArrayList<>();
  private final Set<String> reached = new HashSet<>();

  StageCover(List<Stage> stages) {
    this.stages = stages;
    this.axes = axes(stages);
    walk(new int[axes.size()], 0);
  }

  /** The combinations that no stage covers, as text. */
  List<String> gaps() {
    return gaps;
  }

  /** The ids of the stages that some combination leads to. */
  Set<String> reached() {
    return reached;
  }

  private static List<Axis> axes(List<Stage> stages) {
    Map<String, Field> fields = new HashMap<>();
    Map<String, Set<Double>> cuts = new LinkedHashMap<>();
    for (Condition condition : stages.stream().flatMap(stage -> stage.when().stream()).toList()) {
      Field field = condition.field();
      String id = field == null ? "age" : field.id();
      if (field != null) {
        fields.put(id, field);
      }
      Set<Double> starts = cuts.computeIfAbsent(id, key -> new TreeSet<>(List.of(0.0)));
      addCut(starts, condition.from());
      addCut(starts, condition.below());
    }
    return cuts.entrySet().stream()
        .map(e -> new Axis(fields.get(e.getKey()), List.copyOf(e.getValue())))
        .toList();
  }

  private static void addCut(Set<Double> cuts, @Nullable Double cut) {
    if (cut != null && cut > 0) {
      cuts.add(cut);
    }
  }

  private void walk(int[] cell, int axis) {
    if (axis == cell.length) {
      visit(cell);
      return;
    }
    for (int i = 0; i < axes.get(axis).starts().size(); i++) {
      cell[axis] = i;
      walk(cell, axis + 1);
    }
  }

  private void visit(int[] cell) {
    for (Stage stage : stages) {
      if (stage.when().stream().allMatch(condition -> holds(condition, cell))) {
        reached.add(stage.id());
        return;
      }
    }
    gaps.add(words(cell));
  }

  private boolean holds(Condition condition, int[] cell) {
    for (int i = 0; i < cell.length; i++) {
      Axis axis = axes.get(i);
      if (sameField(axis.field(), condition.field())) {
        return condition.holds(axis.starts().get(cell[i]));
      }
    }
    return true;
  }

  private static boolean sameField(@Nullable Field one, @Nullable Field other) {
    return one == null ? other == null : one.equals(other);
  }

  private String words(int[] cell) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < cell.length; i++) {
      Axis axis = axes.get(i);
      Field field = axis.field();
      List<Double> starts = axis.starts();
      String from = ReadingProblems.plain(starts.get(cell[i]));
      String to =
          cell[i] + 1 < starts.size() ? ReadingProblems.plain(starts.get(cell[i] + 1)) : "∞";
      words.add((field == null ? "足年" : field.name()) + " [" + from + ", " + to + ")");
    }
    return String.join("、", words);
  }
}
