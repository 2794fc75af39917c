package innovation.points.paper;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How a page of A4 is laid out: its size and margins in points, and what stands in the margins. */
public enum PageLayout {
  /** The title above from the second page on, below the footer and 第 1 页，共 2 页. */
  PLAIN(57, 57, 62, 62),

  /** Without a number: a paper of one page. */
  SINGLE(57, 57, 62, 62),

  /** By GB/T 9704-2012: 156 × 225 mm for the text, below the footer and — 1 —. */
  OFFICIAL(79.4f, 73.7f, 104.9f, 99.2f);

  private final float left;
  private final float toTheRight;
  private final float top;
  private final float below;

  PageLayout(float left, float toTheRight, float top, float below) {
    this.left = left;
    this.toTheRight = toTheRight;
    this.top = top;
    this.below = below;
  }

  float pageWidth() {
    return PDRectangle.A4.getWidth();
  }

  float pageHeight() {
    return PDRectangle.A4.getHeight();
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
