package innovation.points.scoring.diagnostics.calibration;

import innovation.points.scoring.diagnostics.calibration.Calibration.Draft;
import innovation.points.scoring.diagnostics.calibration.Calibration.Proposal;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.scoring.rulebook.reader.RulebookText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes proposed curves into the text of a rulebook and leaves the rest of the text unchanged. The
 * draft takes effect on the first day after the year at the earliest, never within a year.
 */
final class DraftRulebook {
  private static final String SUFFIX = "-calibrated-";

  private final Rulebook rulebook;
  private final int year;
  private final String id;

  DraftRulebook(Rulebook rulebook, int year) {
    this.rulebook = rulebook;
    this.year = year;
    this.id = rulebook.id().replaceFirst(SUFFIX + "\\d{4}$", "") + SUFFIX + year;
  }

  /**
   * Null where single values of the text cannot be replaced or the result is not a valid rulebook.
   */
  @Nullable Draft of(Map<String, List<Proposal>> proposals) {
    try {
      String head =
          """
          # 校准草案：按 %d 年度的数据提出，以规则 %s 为底本。
          # 只改动了写有 basis: calibrated 的曲线，其余照旧。须经人工审核后另行发布，系统不会自动采用。
          # 所附案例（cases）如因曲线改动不再成立，须一并修订。
          #
          """
              .formatted(year, rulebook.id());
      String yaml = head + text(proposals);
      RulebookLoader.read(id + ".yaml", yaml);
      return new Draft(id, yaml);
    } catch (RulebookException | IllegalArgumentException _) {
      // The text uses aliases: the proposals are shown, but must be entered by hand.
      return null;
    }
  }

  private String text(Map<String, List<Proposal>> proposals) {
    LocalDate after = LocalDate.of(year, 12, 31).plusDays(1);
    LocalDate from = rulebook.effectiveFrom().isAfter(after) ? rulebook.effectiveFrom() : after;
    RulebookText text =
        new RulebookText(rulebook.text())
            .set(id, "id")
            .set(quoted(rulebook.title() + "（%d 年度校准草案）".formatted(year)), "title")
            .set(from.toString(), "effectiveFrom");
    proposals.forEach(
        (indicator, changed) ->
            text.set(curve(indicator, changed), "indicators", indicator, "curve"));
    return text.toString();
  }

  private String curve(String indicator, List<Proposal> changed) {
    Indicator of =
        rulebook.indicators().stream()
            .filter(one -> one.id().equals(indicator))
            .findFirst()
            .orElseThrow();
    List<String> curves = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    for (Stage stage : rulebook.stages()) {
      List<Knot> knots = Calibrator.curve(of, stage).knots();
      List<Knot> proposed = proposed(changed, stage.id());
      curves.add(stage.id() + ": " + text(proposed == null ? knots : proposed));
      if (proposed == null) {
        unchanged.add(stage.name());
      }
    }
    String note = unchanged.isEmpty() ? "" : ", note: " + String.join("、", unchanged) + "沿用原曲线";
    return "{stages: {%s}, basis: calibrated %d%s}"
        .formatted(String.join(", ", curves), year, note);
  }

  private static @Nullable List<Knot> proposed(List<Proposal> changed, String stage) {
    return changed.stream()
        .filter(one -> one.stage().equals(stage))
        .findFirst()
        .map(Proposal::proposed)
        .orElse(null);
  }

  private static String text(List<Knot> knots) {
    return knots.stream()
        .map(knot -> "[%s, %s]".formatted(Vectors.plain(knot.value()), Vectors.plain(knot.share())))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
