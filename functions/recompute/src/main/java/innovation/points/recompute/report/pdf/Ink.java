package innovation.points.recompute.report.pdf;

import java.awt.Color;

/** The report's colours, distinguishable in grey as well. */
final class Ink {

  static final Color TEXT = new Color(0x17212e);
  static final Color MUTED = new Color(0x566274);
  static final Color LINE = new Color(0xc6cfdb);
  static final Color TINT = new Color(0xe9f1fa);
  static final Color ACCENT = new Color(0x0b4f94);
  static final Color SERIES = new Color(0x1f6fbf);
  static final Color PALE = new Color(0x9cc3ea);
  static final Color BEFORE = new Color(0xc2571a);

  private Ink() {}
}
