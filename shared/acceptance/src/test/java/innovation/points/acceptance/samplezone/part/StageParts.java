package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.MATURE;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.STARTUP;

import java.util.List;

/** 表 1 and its bounds, 三(一) the roster, and enterprises without a determinable stage. */
public final class StageParts {
  private StageParts() {}

  public static List<Part> parts() {
    return List.of(
        Part.of("stage-four-full-years", GROWTH, 0.55).registered("2021-12-31").revenue(880),
        Part.of("stage-a-day-short-of-four-years", STARTUP, 0.55).registered("2022-01-01"),
        Part.of("stage-revenue-1999.99", GROWTH, 0.6).revenue(1999.99),
        Part.of("stage-revenue-2000", EXPANSION, 0.5).revenue(2000),
        Part.of("stage-revenue-9999.99", EXPANSION, 0.6).revenue(9999.99),
        Part.of("stage-revenue-10000", MATURE, 0.5).revenue(10000),
        Part.of("stage-young-expansion", EXPANSION, 0.7).registered("2022-10-20").revenue(3000),
        Part.of("incomplete-revenue-blank", GROWTH, 0.4).then(e -> e.year(2025).blank("revenue")),
        Part.of("incomplete-no-operations", STARTUP, 0.5)
            .then(e -> e.year(2025).absent("operations")),
        Part.of("roster-joined-2025", GROWTH, 0.5).then(e -> e.joins(2025)),
        Part.of("roster-left-after-2024", GROWTH, 0.5).then(e -> e.leavesAfter(2024)));
  }
}
