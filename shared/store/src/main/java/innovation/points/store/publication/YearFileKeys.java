package innovation.points.store.publication;

/** Where in the bucket the files of a published year are (contract §1). */
public final class YearFileKeys {

  private YearFileKeys() {}

  /**
   * The file of a generation with all its public results.
   *
   * @param extension {@code csv} or {@code xlsx}
   */
  public static String of(int year, String generation, String extension) {
    return "published/%d/%s/ranking.%s".formatted(year, generation, extension);
  }

  /**
   * The analysis report of a generation.
   *
   * @param extension {@code json} or {@code pdf}
   */
  public static String report(int year, String generation, String extension) {
    return "published/%d/%s/report.%s".formatted(year, generation, extension);
  }
}
