package innovation.points.recompute.report;

import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.ZoneFigure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a report besides its counts.
 *
 * @param computedAt when the run was ordered, the same in every attempt
 * @param delivered ids of the datasets that their owners had delivered for the year
 * @param before the published year it is compared with; null: none
 * @param findings of the audit of the same generation
 * @param zone the figures of the zone in the same generation
 * @param zoneBefore those of the published year before; empty where there is none
 */
public record ReportTerms(
    int year,
    String generation,
    Instant computedAt,
    Rulebook rulebook,
    Set<String> delivered,
    RewardTerms rewards,
    AnalysisReport.@Nullable Before before,
    List<Finding> findings,
    List<ZoneFigure> zone,
    List<ZoneFigure> zoneBefore) {

  public ReportTerms {
    delivered = Set.copyOf(delivered);
    findings = List.copyOf(findings);
    zone = List.copyOf(zone);
    zoneBefore = List.copyOf(zoneBefore);
  }
}
