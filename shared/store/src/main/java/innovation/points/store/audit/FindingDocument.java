package innovation.points.store.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.diagnostics.finding.Finding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finding as it is stored and sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingDocument(
    String id,
    String severity,
    String text,
    @Nullable String stage,
    @Nullable String indicator,
    String action,
    Map<String, Object> figures) {

  public static FindingDocument of(Finding finding) {
    return new FindingDocument(
        finding.kind().id(),
        finding.severity().id(),
        finding.text(),
        finding.stage(),
        finding.indicator(),
        finding.action(),
        finding.figures());
  }
}
