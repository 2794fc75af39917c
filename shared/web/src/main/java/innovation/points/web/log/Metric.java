package innovation.points.web.log;

/**
 * Something CloudWatch adds up or draws; its namespace is {@link LogLine#NAMESPACE}.
 *
 * @param name as alarms and the dashboard of {@code template.yaml} call it
 * @param unit one of CloudWatch's own words
 */
public record Metric(String name, String unit) {

  public static Metric count(String name) {
    return new Metric(name, "Count");
  }

  public static Metric seconds(String name) {
    return new Metric(name, "Seconds");
  }

  public static Metric percent(String name) {
    return new Metric(name, "Percent");
  }
}
