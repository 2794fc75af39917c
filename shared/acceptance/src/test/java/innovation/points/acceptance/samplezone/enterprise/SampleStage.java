package innovation.points.acceptance.samplezone.enterprise;

/** The stage that an enterprise is generated for; its figures determine the stage scored. */
public enum SampleStage {
  STARTUP("初创期"),
  GROWTH("成长期"),
  EXPANSION("扩张期"),
  MATURE("成熟期");

  final String title;

  SampleStage(String title) {
    this.title = title;
  }

  public double pick(double startup, double growth, double expansion, double mature) {
    return switch (this) {
      case STARTUP -> startup;
      case GROWTH -> growth;
      case EXPANSION -> expansion;
      case MATURE -> mature;
    };
  }
}
