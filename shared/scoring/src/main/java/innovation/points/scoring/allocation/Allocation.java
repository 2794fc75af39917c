package innovation.points.scoring.allocation;

import innovation.points.scoring.allocation.AllocationTerms.StagePart;
import innovation.points.scoring.allocation.EdgeCase.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who is given what of a budget by rank.
 *
 * @param allotments by the order of the stages, then by place, then by code
 * @param cases what the approver has to know
 * @param unspent yuan of the budget that are given to nobody, two decimals; allotments and it add
 *     up to the budget exactly
 */
public record Allocation(List<Allotment> allotments, List<EdgeCase> cases, BigDecimal unspent) {

  private static final int CENTS = 2;

  public Allocation {
    allotments = List.copyOf(allotments);
    cases = List.copyOf(cases);
  }

  /** One who is on the list. */
  private record OnList(Contender contender, int place, BigDecimal weight) {}

  /** A part of the budget and those it is divided among. */
  private record Pot(StagePart of, List<OnList> list) {}

  /** Divides a budget among ranked enterprises, given in any order. */
  public static Allocation of(AllocationTerms terms, List<Contender> contenders) {
    var cases = new ArrayList<EdgeCase>();
    var pots = new ArrayList<Pot>();
    for (StagePart part : terms.stages()) {
      pots.add(new Pot(part, list(terms, part, contenders, cases)));
    }
    long budget = terms.budget().movePointRight(CENTS).longValueExact();
    boolean divided = terms.stages().getFirst().percent() != null;
    var allotments = new ArrayList<Allotment>();
    long unspent = 0;
    if (divided) {
      List<Long> parts =
          Division.of(
                  budget,
                  pots.stream().map(pot -> pot.of().percent()).map(Allocation::known).toList(),
                  budget)
              .cents();
      for (int i = 0; i < pots.size(); i++) {
        Pot pot = pots.get(i);
        String name = pot.of().name();
        unspent +=
            divide(parts.get(i), name, pot.of().stage(), pot.list(), terms, allotments, cases);
      }
    } else {
      List<OnList> all = pots.stream().flatMap(pot -> pot.list().stream()).toList();
      unspent = divide(budget, "", null, all, terms, allotments, cases);
    }
    return new Allocation(allotments, cases, yuan(unspent));
  }

  private static BigDecimal known(@Nullable BigDecimal percent) {
    return percent == null ? BigDecimal.ZERO : percent;
  }

  /** Those of a stage who are on the list, and what is special about it. */
  private static List<OnList> list(
      AllocationTerms terms, StagePart part, List<Contender> contenders, List<EdgeCase> cases) {
    List<Contender> stage =
        contenders.stream()
            .filter(one -> one.stage().equals(part.stage()))
            .sorted(Comparator.comparingInt(Contender::rank).thenComparing(Contender::uscc))
            .toList();
    List<Contender> taking =
        stage.stream().filter(one -> !terms.excluded().contains(one.uscc())).toList();
    List<Contender> left =
        stage.stream().filter(one -> terms.excluded().contains(one.uscc())).toList();
    if (!left.isEmpty()) {
      add(
          cases,
          Kind.EXCLUDED,
          part,
          left,
          "%s：%d 家按决定不参与分配，其后企业依次递补".formatted(part.name(), left.size()));
    }
    if (taking.isEmpty()) {
      add(cases, Kind.EMPTY_STAGE, part, List.of(), part.name() + "：没有参与分配的排名企业");
      return List.of();
    }
    int last = terms.last(part);
    var list = new ArrayList<OnList>();
    int place = 0;
    for (int i = 0; i < taking.size(); i++) {
      Contender one = taking.get(i);
      place = i > 0 && one.rank() == taking.get(i - 1).rank() ? place : i + 1;
      if (place <= last) {
        list.add(new OnList(one, place, terms.weight(place, one)));
      }
    }
    if (last == Integer.MAX_VALUE) {
      return list;
    }
    if (list.size() < last) {
      add(
          cases,
          Kind.FEWER_THAN_PLACES,
          part,
          List.of(),
          "%s：名额 %d 家，参与分配的排名企业只有 %d 家".formatted(part.name(), last, list.size()));
    }
    int end = list.getLast().place();
    List<Contender> tied =
        list.stream().filter(one -> one.place() == end).map(OnList::contender).toList();
    if (list.size() > last) {
      add(
          cases,
          Kind.TIE_AT_END,
          part,
          tied,
          "%s：第 %d 名 %d 家积分相同，都列入，共 %d 家（名额 %d 家）"
              .formatted(part.name(), end, tied.size(), list.size(), last));
    }
    nearEnd(part, taking, list.getLast().contender().rank(), list.size(), cases);
    return list;
  }

  /** Who might as well be on the other side of the end. */
  private static void nearEnd(
      StagePart part, List<Contender> taking, int end, int size, List<EdgeCase> cases) {
    List<Contender> near =
        taking.stream()
            .filter(one -> one.band() != null && one.band().low() <= end && one.band().high() > end)
            .toList();
    if (!near.isEmpty() && size < taking.size()) {
      long on = near.stream().filter(one -> one.rank() <= end).count();
      add(
          cases,
          Kind.NEAR_END,
          part,
          near,
          "%s：%d 家的名次区间跨过末位（第 %d 名），其中 %d 家在列、%d 家不在列；权重和满分值小幅变动即可能易位"
              .formatted(part.name(), near.size(), end, on, near.size() - on));
    }
  }

  /** Adds what those on a list are given; says what is left, in cents. */
  private static long divide(
      long cents,
      String name,
      @Nullable String stage,
      List<OnList> list,
      AllocationTerms terms,
      List<Allotment> out,
      List<EdgeCase> cases) {
    BigDecimal cap = terms.cap();
    long most = cap == null ? cents : cap.movePointRight(CENTS).longValueExact();
    Division division = Division.of(cents, list.stream().map(OnList::weight).toList(), most);
    String of = name.isEmpty() ? "" : name + "：";
    for (int i = 0; i < list.size(); i++) {
      if (division.cents().get(i) > 0) {
        OnList one = list.get(i);
        out.add(new Allotment(one.contender(), one.place(), yuan(division.cents().get(i))));
      }
    }
    if (cap != null && !division.capped().isEmpty()) {
      cases.add(
          new EdgeCase(
              Kind.CAP_REACHED,
              stage,
              usccs(list, division.capped()),
              "%s%d 家达到单家上限 %s 元，超出部分由其余企业按同一办法分配"
                  .formatted(of, division.capped().size(), yuan(most))));
    }
    if (!division.extra().isEmpty()) {
      cases.add(
          new EdgeCase(
              Kind.REMAINDER,
              stage,
              usccs(list, division.extra()),
              "%s除不尽的 %s 元按余数大小逐分分给 %d 家"
                  .formatted(of, yuan(division.extra().size()), division.extra().size())));
    }
    List<Integer> nothing =
        IntStream.range(0, list.size()).filter(i -> division.cents().get(i) == 0).boxed().toList();
    if (!nothing.isEmpty()) {
      cases.add(
          new EdgeCase(
              Kind.NOTHING,
              stage,
              usccs(list, nothing),
              "%s%d 家在列而分得 0 元，不列入拨付清单".formatted(of, nothing.size())));
    }
    if (division.unspent() > 0) {
      cases.add(
          new EdgeCase(
              Kind.UNSPENT,
              stage,
              List.of(),
              "%s%s 元没有可以分配的企业，不拨付".formatted(of, yuan(division.unspent()))));
    }
    return division.unspent();
  }

  private static List<String> usccs(List<OnList> list, List<Integer> which) {
    return which.stream().map(i -> list.get(i).contender().uscc()).toList();
  }

  private static void add(
      List<EdgeCase> cases, Kind kind, StagePart part, List<Contender> whom, String text) {
    cases.add(new EdgeCase(kind, part.stage(), whom.stream().map(Contender::uscc).toList(), text));
  }

  private static BigDecimal yuan(long cents) {
    return BigDecimal.valueOf(cents, CENTS);
  }
}
