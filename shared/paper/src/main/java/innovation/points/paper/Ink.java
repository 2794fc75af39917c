package innovation.points.paper;

import java.awt.Color;

/** The colours of papers, distinguishable in grey as well. */
public final class Ink {

  public static final Color TEXT = new Color(0x17212e);
  public static final Color MUTED = new Color(0x566274);
  public static final Color LINE = new Color(0xc6cfdb);
  public static final Color TINT = new Color(0xe9f1fa);
  public static final Color ACCENT = new Color(0x0b4f94);
  public static final Color SERIES = new Color(0x1f6fbf);
  public static final Color PALE = new Color(0x9cc3ea);
  public static final Color BEFORE = new Color(0xc2571a);

  private Ink() {}
}
