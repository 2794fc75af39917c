package innovation.points.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from.
 *
 * @param cite the article or table of the rulebook's document; null where the document leaves it
 *     open and the rulebook settles it ({@code basis: default})
 * @param note what the rule's owner adds; null where nothing
 */
public record Basis(@Nullable String cite, @Nullable String note) {
  public boolean isDefault() {
    return cite == null;
  }
}
