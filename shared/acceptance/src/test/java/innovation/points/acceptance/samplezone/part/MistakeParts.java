package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.STARTUP;

import innovation.points.acceptance.samplezone.Mistakes;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import java.util.List;

/** The enterprises affected by {@link Mistakes}. */
public final class MistakeParts {
  private MistakeParts() {}

  public static List<Part> parts() {
    return List.of(
        Part.of("mistake-mistyped-code", GROWTH, 0.5),
        Part.of("mistake-damaged-code", GROWTH, 0.5),
        Part.of("mistake-text-in-a-number", STARTUP, 0.5),
        Part.of("mistake-half-a-person", GROWTH, 0.5),
        Part.of("mistake-negative-expense", EXPANSION, 0.5),
        Part.of("mistake-more-technicians-than-staff", GROWTH, 0.5),
        Part.of("mistake-two-different-rows", GROWTH, 0.55)
            .then(e -> e.year(2025).set("inventionApplications", 4)),
        Part.of("mistake-impossible-day", EXPANSION, 0.5)
            .then(e -> SampleItems.record(e, "科技奖励", "市级", "2025-03-02")),
        Part.of("mistake-kind-not-in-the-list", GROWTH, 0.5)
            .then(e -> SampleItems.contract(e, 2025, "技术开发", 88, false)),
        Part.of("mistake-neither-yes-nor-no", GROWTH, 0.5),
        Part.of("mistake-required-cell-empty", GROWTH, 0.5),
        Part.of("mistake-another-name", EXPANSION, 0.55)
            .then(e -> e.year(2025).set("ventureCapital", 0).set("holdings", 2)));
  }
}
