package innovation.points.recompute.report;

import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
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
 */
public record ReportTerms(
    int year,
    String generation,
    Instant computedAt,
    Rulebook rulebook,
    Set<String> delivered,
    RewardTerms rewards,
    AnalysisReport.@Nullable Before before,
    List<Finding> findings) {

  public ReportTerms {
    delivered = Set.copyOf(delivered);
    findings = List.copyOf(findings);
  }
}
