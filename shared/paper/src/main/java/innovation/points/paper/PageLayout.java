package innovation.points.paper;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How a page of A4 is laid out: its size and margins in points, and what stands in the margins. */
public enum PageLayout {
  /** The title above from the second page on, below the footer and 第 1 页，共 2 页. */
  PLAIN(false, 57, 57, 62, 62),

  /** Without a number: a paper of one page. */
  SINGLE(false, 57, 57, 62, 62),

  /** By GB/T 9704-2012: 156 × 225 mm for the text, below the footer and — 1 —. */
  OFFICIAL(false, 79.4f, 73.7f, 104.9f, 99.2f),

  /** The same lying on its side, for wide tables: 245 × 154 mm for the text. */
  OFFICIAL_WIDE(true, 73.7f, 73.7f, 90.7f, 79.4f);

  /** What stands after the number of a page. */
  static final String AFTER_NUMBER = " —";

  /** Whether the page lies on its side. */
  private final boolean wide;

  private final float left;
  private final float toTheRight;
  private final float top;
  private final float below;

  PageLayout(boolean wide, float left, float toTheRight, float top, float below) {
    this.wide = wide;
    this.left = left;
    this.toTheRight = toTheRight;
    this.top = top;
    this.below = below;
  }

  float pageWidth() {
    return wide ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth();
  }

  float pageHeight() {
    return wide ? PDRectangle.A4.getWidth() : PDRectangle.A4.getHeight();
  }

  float left() {
    return left;
  }

  float right() {
    return pageWidth() - toTheRight;
  }

  /** What is between left and right. */
  float width() {
    return right() - left;
  }

  float top() {
    return top;
  }

  float bottom() {
    return pageHeight() - below;
  }

  /** The number of a page as official papers have it, after what the zone says. */
  static String numbered(String footer, int page) {
    return beforeNumber(footer) + page + AFTER_NUMBER;
  }

  /** What stands before the number of a page: what the zone says, and a dash. */
  static String beforeNumber(String footer) {
    return footer + (footer.isEmpty() ? "— " : "　— ");
  }
}
