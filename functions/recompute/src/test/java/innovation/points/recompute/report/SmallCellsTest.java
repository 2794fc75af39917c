package innovation.points.recompute.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

  @Test
  void largeGroupsAreShown() {
    assertThat(SmallCells.ofGroups(Map.of("a", 3, "b", 40))).isEmpty();
  }

  @Test
  void aSingleSmallGroupTakesTheNextSmallestWithIt() {
    assertThat(SmallCells.ofGroups(Map.of("a", 1, "b", 9, "c", 5, "d", 40)))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void smallGroupsThatAreThreeTogetherNeedNoOther() {
    assertThat(SmallCells.ofGroups(Map.of("a", 1, "b", 2, "c", 5)))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void smallGroupsWithTheSameMembersMayBeTwoTogether() {
    assertThat(SmallCells.ofOverlapping(Map.of("a", 1, "b", 2, "c", 5, "d", 6)))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void emptyGroupsHideNothing() {
    assertThat(SmallCells.ofGroups(Map.of("a", 0, "b", 9))).isEmpty();
  }

  @Property
  void whatIsLeftAfterSubtractionIsOfThreeAtLeast(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 6) Integer> sizes) {
    var groups = new TreeMap<String, Integer>();
    sizes.forEach(size -> groups.put("group " + groups.size(), size));
    int all = sizes.stream().mapToInt(Integer::intValue).sum();
    Set<String> hidden = SmallCells.ofGroups(groups);
    int left = hidden.stream().mapToInt(groups::get).sum();
    assertThat(left == 0 || left >= 3 || left == all).isTrue();
    assertThat(groups)
        .allSatisfy(
            (group, size) -> assertThat(size == 0 || size >= 3 || hidden.contains(group)).isTrue());
  }
}
