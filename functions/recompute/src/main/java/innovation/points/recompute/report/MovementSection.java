package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Before;
import innovation.points.recompute.report.AnalysisReport.Movements;
import innovation.points.recompute.report.AnalysisReport.Named;
import innovation.points.recompute.report.AnalysisReport.StageMove;
import innovation.points.recompute.report.ReportTally.Move;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 六、变动. */
final class MovementSection {

  private final ReportTally tally;
  private final Rulebook rulebook;
  private final List<String> order;

  private MovementSection(ReportTally tally, Rulebook rulebook) {
    this.tally = tally;
    this.rulebook = rulebook;
    this.order = rulebook.stages().reversed().stream().map(Rulebook.Stage::id).toList();
  }

  static Movements of(ReportTally tally, ReportTerms terms) {
    Before before = terms.before();
    if (before == null) {
      return new Movements(
          List.of("没有已公布的 %d 年度结果，不作比较。".formatted(terms.year() - 1)),
          null,
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          List.of());
    }
    return new MovementSection(tally, terms.rulebook()).compared(before);
  }

  private Movements compared(Before before) {
    int rose = tally.enterprises(Move.ROSE);
    int fell = tally.enterprises(Move.FELL);
    int same = tally.enterprises(Move.SAME);
    int entered = tally.enterprises(Move.ENTERED);
    int left = tally.before().all().totals().count() - rose - fell - same;
    List<StageMove> stageMoves = stageMoves();
    List<Named> risers = named(tally.movers().risers());
    List<Named> fallers = named(tally.movers().fallers());
    var text = new ArrayList<String>();
    text.add(
        "与 %d 年度公布的结果相比，新参与排名 %d 家，不再参与排名 %d 家；两年都参与排名的 %d 家中，%s上升 %d 家，下降 %d 家，持平 %d 家。"
            .formatted(
                before.year(),
                entered,
                left,
                rose + fell + same,
                rulebook.ranks().overall() ? "总分" : "阶段或阶段内名次",
                rose,
                fell,
                same));
    int up = moved(stageMoves, 1);
    int down = moved(stageMoves, -1);
    text.add(
        up + down == 0
            ? "两年都参与排名的企业阶段均未变化。"
            : "阶段发生变化的 %d 家，其中进入更高阶段 %d 家，退到较低阶段 %d 家。".formatted(up + down, up, down));
    if (!risers.isEmpty()) {
      Named first = risers.getFirst();
      text.add(
          "总分上升最多的是%s，由 %s 升至 %s，%s由第 %d 位到第 %d 位。"
              .formatted(
                  first.name() == null ? first.uscc() : first.name(),
                  Wording.points(first.totalBefore()),
                  Wording.points(first.total()),
                  rulebook.ranks().overall() ? "总排名" : "阶段内排名",
                  first.rankBefore(),
                  first.rank()));
    }
    return new Movements(text, entered, left, rose, fell, same, stageMoves, risers, fallers);
  }

  private List<StageMove> stageMoves() {
    var moves = new ArrayList<StageMove>();
    tally
        .stageMoves()
        .counts()
        .forEach(
            (ids, count) -> {
              String from = ids.substring(0, ids.indexOf('>'));
              String to = ids.substring(ids.indexOf('>') + 1);
              if (!from.equals(to)) {
                moves.add(
                    new StageMove(
                        from,
                        rulebook.stageName(from),
                        to,
                        rulebook.stageName(to),
                        Math.toIntExact(count)));
              }
            });
    moves.sort(
        Comparator.comparing((StageMove move) -> order.indexOf(move.from()))
            .thenComparing(move -> order.indexOf(move.to())));
    return moves;
  }

  private int moved(List<StageMove> moves, int direction) {
    return moves.stream()
        .filter(
            move ->
                Integer.signum(order.indexOf(move.to()) - order.indexOf(move.from())) == direction)
        .mapToInt(StageMove::enterprises)
        .sum();
  }

  private List<Named> named(List<Mover> movers) {
    return movers.stream()
        .map(
            mover ->
                new Named(
                    mover.uscc(),
                    mover.name(),
                    mover.stage(),
                    rulebook.stageName(mover.stage()),
                    mover.rank(),
                    mover.rankBefore(),
                    mover.total(),
                    mover.totalBefore(),
                    mover.change()))
        .toList();
  }
}
