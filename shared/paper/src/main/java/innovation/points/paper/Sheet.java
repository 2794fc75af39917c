package innovation.points.paper;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A sheet of A4: its size and margins in points, and what stands in the margins. */
public enum Sheet {
  /** Upright: the title above from the second page on, below the footer and 第 1 页，共 2 页. */
  PLAIN(false, 57, 57, 62, 62),

  /** Upright, without a number: a paper of one page. */
  SINGLE(false, 57, 57, 62, 62),

  /** By GB/T 9704-2012: 156 × 225 mm for the text, below the footer and — 1 —. */
  OFFICIAL(false, 79.4f, 73.7f, 104.9f, 99.2f),

  /** Across, for wide tables; below the footer and — 1 —. */
  OFFICIAL_WIDE(true, 62.4f, 62.4f, 79.4f, 73.7f);

  private static final float SHORT = PDRectangle.A4.getWidth();
  private static final float LONG = PDRectangle.A4.getHeight();

  private final boolean across;
  private final float left;
  private final float toTheRight;
  private final float top;
  private final float below;

  Sheet(boolean across, float left, float toTheRight, float top, float below) {
    this.across = across;
    this.left = left;
    this.toTheRight = toTheRight;
    this.top = top;
    this.below = below;
  }

  boolean isAcross() {
    return across;
  }

  float pageWidth() {
    return across ? LONG : SHORT;
  }

  float pageHeight() {
    return across ? SHORT : LONG;
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
}
