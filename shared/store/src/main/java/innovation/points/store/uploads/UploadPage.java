package innovation.points.store.uploads;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list of uploads.
 *
 * @param next where the list goes on, for {@link UploadsTable#list}; empty at its end
 */
public record UploadPage(List<UploadRecord> items, Optional<String> next) {
  public UploadPage {
    items = List.copyOf(items);
  }
}
