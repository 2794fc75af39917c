package innovation.points.scoring.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the sums to hide of a population that is grouped in several ways, so that no sum is shown
 * or found by subtraction that stands for fewer than three enterprises or of which one has over 80
 * %. Everything that can be subtracted is looked at two by two: the total, the groups, and what the
 * hidden groups of one way make together, which is the total without the groups shown.
 */
public final class SumCells {

  /** Of a sum of which one enterprise has more than this, its own figure can be told. */
  private static final BigDecimal DOMINANT = new BigDecimal("0.8");

  /**
   * The sum of a figure over enterprises.
   *
   * @param known enterprises whose figure is known
   * @param giving those of them whose figure is not zero
   * @param most the largest figure of one of them, without its sign
   * @param size the sum of all figures without their signs
   */
  public record Sum(int known, int giving, BigDecimal amount, BigDecimal most, BigDecimal size) {

    public static final Sum NONE = new Sum(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Of one enterprise. */
    public static Sum of(BigDecimal figure) {
      BigDecimal size = figure.abs();
      return new Sum(1, size.signum(), figure, size, size);
    }

    public Sum and(Sum other) {
      return new Sum(
          known + other.known,
          giving + other.giving,
          amount.add(other.amount),
          most.max(other.most),
          size.add(other.size));
    }

    /** Whether it tells nobody's figure; a zero tells that all of them have none. */
    boolean tellsNobody() {
      return known == 0
          || (known >= SmallGroups.LEAST
              && (giving == 0
                  || (giving >= SmallGroups.LEAST
                      && most.compareTo(size.multiply(DOMINANT)) <= 0)));
    }
  }

  /**
   * What is hidden.
   *
   * @param groups by way of grouping
   */
  public record Hidden(boolean total, List<BitSet> groups) {}

  /** A sum that is shown or follows from those shown: of the whole, a group, or a way's rest. */
  private record Told(BitSet atoms, int way, int group) {}

  private static final int WHOLE = -1;
  private static final int REST = -1;

  private final List<List<Sum>> atoms;
  private final List<List<BitSet>> ways;
  private final BitSet occupied = new BitSet();
  private final List<BitSet> hidden = new ArrayList<>();
  private boolean total;

  private SumCells(List<List<Sum>> atoms, List<List<BitSet>> ways) {
    this.atoms = atoms;
    this.ways = ways;
    for (int atom = 0; atom < atoms.size(); atom++) {
      occupied.set(atom, atoms.get(atom).getFirst().known() > 0);
    }
    ways.forEach(_ -> hidden.add(new BitSet()));
  }

  /**
   * The sums to hide.
   *
   * @param atoms enterprises that are in the same groups, whichever way; each with the sums that
   *     make the figure, one or, of a share, its part and its whole
   * @param ways the groups of each way of grouping, as indexes of atoms: they are disjoint, and
   *     together they are all
   */
  public static Hidden hidden(List<List<Sum>> atoms, List<List<BitSet>> ways) {
    var cells = new SumCells(atoms, ways);
    cells.hide();
    return new Hidden(cells.total, cells.hidden);
  }

  private void hide() {
    total = !safe(occupied);
    for (int way = 0; way < ways.size(); way++) {
      for (int group = 0; group < ways.get(way).size(); group++) {
        hidden.get(way).set(group, !safe(occupied(way, group)));
      }
    }
    while (hideOne()) {
      // What was hidden may make another sum derivable.
    }
  }

  /** Hides one more sum where two of those told give away a third. */
  private boolean hideOne() {
    List<Told> told = told();
    for (Told one : told) {
      if (!safe(one.atoms()) && hideOneOf(one, null)) {
        return true;
      }
      for (Told other : told) {
        if (!one.equals(other) && contains(one.atoms(), other.atoms())) {
          BitSet rest = (BitSet) one.atoms().clone();
          rest.andNot(other.atoms());
          if (!safe(rest) && hideOneOf(other, one)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private List<Told> told() {
    var told = new ArrayList<Told>();
    if (!total) {
      told.add(new Told(occupied, WHOLE, REST));
    }
    for (int way = 0; way < ways.size(); way++) {
      var rest = new BitSet();
      for (int group = 0; group < ways.get(way).size(); group++) {
        BitSet of = occupied(way, group);
        if (hidden.get(way).get(group)) {
          rest.or(of);
        } else if (!of.isEmpty()) {
          told.add(new Told(of, way, group));
        }
      }
      if (!total && !rest.isEmpty()) {
        told.add(new Told(rest, way, REST));
      }
    }
    return told;
  }

  /**
   * Hides the group itself, of a rest the smallest group that is shown beside it, else of the other
   * one; where no group is left, the total.
   */
  private boolean hideOneOf(Told one, @Nullable Told other) {
    for (Told next : other == null ? List.of(one) : List.of(one, other)) {
      if (next.way() == WHOLE) {
        continue;
      }
      int group = next.group() == REST ? smallest(next.way()) : next.group();
      if (group != REST) {
        hidden.get(next.way()).set(group);
        return true;
      }
    }
    boolean shown = !total;
    total = true;
    return shown;
  }

  /** The group shown of a way with the fewest enterprises; of equal ones the first. */
  private int smallest(int way) {
    int smallest = REST;
    int fewest = Integer.MAX_VALUE;
    for (int group = 0; group < ways.get(way).size(); group++) {
      BitSet of = occupied(way, group);
      int known = sum(of, 0).known();
      if (!hidden.get(way).get(group) && !of.isEmpty() && known < fewest) {
        smallest = group;
        fewest = known;
      }
    }
    return smallest;
  }

  private BitSet occupied(int way, int group) {
    var of = (BitSet) ways.get(way).get(group).clone();
    of.and(occupied);
    return of;
  }

  private static boolean contains(BitSet one, BitSet other) {
    var outside = (BitSet) other.clone();
    outside.andNot(one);
    return outside.isEmpty() && !other.isEmpty();
  }

  private boolean safe(BitSet of) {
    if (of.isEmpty()) {
      return true;
    }
    int sums = atoms.get(of.nextSetBit(0)).size();
    for (int i = 0; i < sums; i++) {
      if (!sum(of, i).tellsNobody()) {
        return false;
      }
    }
    return true;
  }

  private Sum sum(BitSet of, int index) {
    return of.stream().mapToObj(atom -> atoms.get(atom).get(index)).reduce(Sum.NONE, Sum::and);
  }
}
