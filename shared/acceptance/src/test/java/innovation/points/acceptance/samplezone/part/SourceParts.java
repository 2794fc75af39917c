package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;

import innovation.points.acceptance.samplezone.OtherFiles;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import java.util.List;

/**
 * 四(一): departments first, public data and self-reports where departments have no value. {@link
 * OtherFiles} holds the other sources' values for these enterprises.
 */
public final class SourceParts {
  private SourceParts() {}

  public static List<Part> parts() {
    return List.of(
        Part.of("source-department-wins", EXPANSION, 0.6)
            .then(e -> e.year(2025).set("inventionGrants", 3)),
        Part.of("source-public-fills-a-blank", EXPANSION, 0.6)
            .then(e -> e.year(2025).set("standards", 1).blank("inventionGrants")),
        Part.of("source-public-before-enterprise", GROWTH, 0.6)
            .then(e -> e.year(2025).blank("foreignStaff")),
        Part.of("source-enterprise-fills-a-blank", GROWTH, 0.55)
            .then(e -> e.year(2025).blank("revenue", "rdExpense")),
        Part.of("source-enterprise-before-absence", GROWTH, 0.55)
            .then(e -> e.year(2025).absent("investment")),
        Part.of("source-contract-told-twice", EXPANSION, 0.55)
            .then(e -> e.remove(item -> item.dataset().equals("technology-contracts")))
            .then(e -> SampleItems.contract(e, 2025, "技术开发", 320, true)));
  }
}
