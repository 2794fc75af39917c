package innovation.points.store.table;

/**
 * Some items were still unprocessed after the last attempt; the others are written. Safe to repeat.
 */
public final class UnwrittenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param left how many items were not written
   */
  UnwrittenException(String table, int left, int attempts) {
    super("table %s left %d items unwritten after %d attempts".formatted(table, left, attempts));
  }
}
