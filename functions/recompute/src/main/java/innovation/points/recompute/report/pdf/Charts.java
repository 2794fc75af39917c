package innovation.points.recompute.report.pdf;

import innovation.points.paper.Ink;
import innovation.points.paper.Paper;
import innovation.points.recompute.report.AnalysisReport.Bin;
import innovation.points.recompute.report.AnalysisReport.Figures;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vector charts, each as wide as the text. */
final class Charts {

  private static final float SIZE = 8.5f;
  private static final float LABELS = 150;
  private static final float VALUES = 44;
  private static final float ROW = 21;
  private static final float TEN = 10;

  private final Paper paper;

  Charts(Paper paper) {
    this.paper = paper;
  }

  /** A group and its totals. */
  record Box(String name, Figures now, @Nullable Figures before) {}

  /** A name, its value, and the value as text. */
  record Bar(String name, double value, String written) {}

  /**
   * The distribution of totals: the area of a bar is its number of enterprises, so that bins of
   * different widths are comparable.
   */
  void histogram(String caption, List<Bin> bins, List<Bin> before, String legend)
      throws IOException {
    float height = 150;
    paper.need(height + 60);
    caption(caption);
    float top = paper.y() + 14;
    float bottom = top + height;
    double most =
        Math.max(
            bins.stream().mapToDouble(Charts::density).max().orElse(1),
            before.stream().mapToDouble(Charts::density).max().orElse(0));
    int end = Math.max(bins.getLast().to(), before.isEmpty() ? 0 : before.getLast().to());
    float unit = Paper.WIDTH / end;
    for (Bin bin : bins) {
      float tall = (float) (density(bin) / most * height);
      float x = Paper.LEFT + bin.from() * unit;
      float wide = (bin.to() - bin.from()) * unit;
      paper.box(x + 1, bottom - tall, wide - 2, tall, Ink.SERIES);
      paper.textCentred(
          bin.enterprises() + " 家", x + wide / 2, bottom - tall - 13, SIZE, Ink.TEXT, false);
    }
    for (Bin bin : before) {
      float tall = (float) (density(bin) / most * height);
      paper.dashedBox(
          Paper.LEFT + bin.from() * unit + 1,
          bottom - tall,
          (bin.to() - bin.from()) * unit - 2,
          tall,
          Ink.BEFORE);
    }
    paper.line(Paper.LEFT, bottom, Paper.RIGHT, bottom, 0.8f, Ink.MUTED);
    for (int tick = 0; tick <= end; tick += (int) TEN) {
      float x = Paper.LEFT + tick * unit;
      paper.line(x, bottom, x, bottom + 3, 0.8f, Ink.MUTED);
      paper.textCentred(Integer.toString(tick), x, bottom + 3, SIZE, Ink.MUTED, false);
    }
    paper.skip(height + 34);
    legend(legend);
  }

  private static double density(Bin bin) {
    return bin.enterprises() * TEN / (bin.to() - bin.from());
  }

  /**
   * Box charts: the middle half of each group's totals with the median, and the median of the year
   * before.
   */
  void boxes(String caption, List<Box> boxes, String legend) throws IOException {
    List<Box> drawn = boxes.stream().filter(box -> box.now().median() != null).toList();
    if (drawn.isEmpty()) {
      return;
    }
    paper.need(ROW * Math.min(drawn.size(), 20) + 60);
    caption(caption);
    double most = drawn.stream().mapToDouble(Charts::end).max().orElse(1);
    float scale = (float) ((Paper.WIDTH - LABELS - VALUES) / most);
    for (Box box : drawn) {
      paper.need(ROW);
      box(box, scale);
    }
    axis(most, scale);
    legend(legend);
  }

  private void box(Box box, float scale) throws IOException {
    float from = Paper.LEFT + LABELS;
    float top = paper.y();
    Figures now = box.now();
    label(box.name(), top);
    float lower = from + at(now.lowerQuartile(), scale);
    float median = from + at(now.median(), scale);
    float upper = from + at(now.upperQuartile(), scale);
    paper.box(lower, top + 4, median - lower, ROW - 8, Ink.PALE);
    paper.box(median, top + 4, upper - median, ROW - 8, Ink.SERIES);
    paper.line(median, top + 2, median, top + ROW - 2, 1.6f, Ink.ACCENT);
    Figures before = box.before();
    float end = upper;
    if (before != null && before.median() != null) {
      float then = from + at(before.median(), scale);
      paper.diamond(then, top + ROW / 2, 4, Color.WHITE, Ink.BEFORE);
      end = Math.max(end, then + 4);
    }
    paper.text(Shown.points(now.median()), end + 6, top + 4, SIZE, Ink.TEXT, true);
    paper.skip(ROW);
  }

  private static float at(@Nullable Double value, float scale) {
    return value == null ? 0 : (float) (value * scale);
  }

  /** The lowest multiple of ten that covers all marks of a group. */
  private static double end(Box box) {
    Double upper = box.now().upperQuartile();
    Double before = box.before() == null ? null : box.before().median();
    double most = Math.max(upper == null ? 0 : upper, before == null ? 0 : before);
    return Math.ceil(most / TEN) * TEN;
  }

  private void axis(double most, float scale) throws IOException {
    float from = Paper.LEFT + LABELS;
    paper.line(from, paper.y(), from + (float) most * scale, paper.y(), 0.8f, Ink.MUTED);
    for (int tick = 0; tick <= most; tick += (int) TEN) {
      paper.textCentred(
          Integer.toString(tick), from + tick * scale, paper.y() + 1, SIZE, Ink.MUTED, false);
    }
    paper.skip(18);
  }

  /** Bars from a common baseline. */
  void bars(String caption, List<Bar> bars, double most) throws IOException {
    if (bars.isEmpty()) {
      return;
    }
    paper.need(ROW * Math.min(bars.size(), 20) + 40);
    caption(caption);
    float scale = (float) ((Paper.WIDTH - LABELS - VALUES) / most);
    for (Bar bar : bars) {
      paper.need(ROW);
      float from = Paper.LEFT + LABELS;
      float wide = (float) (bar.value() * scale);
      label(bar.name(), paper.y());
      paper.box(from, paper.y() + 4, wide, ROW - 8, Ink.SERIES);
      paper.text(bar.written(), from + wide + 6, paper.y() + 4, SIZE, Ink.TEXT, false);
      paper.skip(ROW);
    }
    paper.skip(10);
  }

  private void caption(String caption) throws IOException {
    paper.text(caption, Paper.LEFT, paper.y(), 9, Ink.TEXT, true);
    paper.skip(18);
  }

  private void legend(String legend) throws IOException {
    paper.paragraph(legend, SIZE, Ink.MUTED);
    paper.skip(8);
  }

  private void label(String name, float top) throws IOException {
    List<String> lines = paper.lines(name, LABELS - 10, SIZE);
    String first = lines.size() > 1 ? lines.getFirst() + "…" : lines.getFirst();
    paper.textRight(first, Paper.LEFT + LABELS - 8, top + 4, SIZE, Ink.TEXT, false);
  }
}
