package innovation.points.store.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain ends.
 *
 * @param seq of the last item; 0: there is none
 * @param hash of the last item
 * @param day of the last item, in Shanghai; null: there is none
 * @param filed the last day whose file is written; null: none
 */
public record TrailHead(long seq, String hash, @Nullable LocalDate day, @Nullable LocalDate filed) {

  static final TrailHead NONE = new TrailHead(0, TrailItem.BEGINNING, null, null);
}
