package innovation.points.scoring.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from.
 *
 * @param cite the article or table of the rulebook's document; null where the document leaves it
 *     open and the rulebook settles it ({@code basis: default})
 * @param calibrated the evaluation year whose values a curve was fitted to ({@code basis:
 *     calibrated 2025}), reviewed and published by a person; null where it was not
 * @param note what the rule's owner adds; null where nothing
 */
public record Basis(@Nullable String cite, @Nullable Integer calibrated, @Nullable String note) {

  /** Whether the document leaves it open and nothing but the rulebook's owner settled it. */
  public boolean isDefault() {
    return cite == null && calibrated == null;
  }
}
