package innovation.points.local.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fictitious officers: the persons of the sample zone and of the local sign-in page. */
public final class SamplePersons {

  private static final List<TokenWish> ALL =
      List.of(
          officer("li.min", "李敏", null, "bureau"),
          officer("zhou.ting", "周婷", null, "bureau"),
          officer("wang.jianguo", "王建国", null, "approver"),
          officer("chen.hong", "陈红", null, "bureau", "approver"),
          officer("zhao.jing", "赵静", null, "auditor"),
          officer("qian.jin", "钱进", null, "bank").at("sample-bank"),
          officer("sun.wei", "孙伟", "science", "department"),
          officer("liu.yang", "刘洋", "tax", "department"),
          officer("huang.lei", "黄磊", "commerce", "department"),
          officer("wu.fang", "吴芳", "hr", "department"),
          officer("xu.jie", "徐杰", "market", "department"),
          officer("ma.chao", "马超", "finance", "department"),
          officer("he.ping", "何平", "ecology", "department"),
          officer("guo.qiang", "郭强", "emergency", "department"),
          officer("lin.tao", "林涛", "industry", "department"),
          officer("zheng.li", "郑丽", "housing", "department"),
          officer("feng.xue", "冯雪", "education", "department"));

  private SamplePersons() {}

  /** All of them: the bureau's first, then one of a bank, then one of each department. */
  public static List<TokenWish> all() {
    return ALL;
  }

  /**
   * The first one in a group.
   *
   * @param department whose officer it is; null where the group has none
   */
  public static TokenWish first(String group, @Nullable String department) {
    return ALL.stream()
        .filter(one -> one.groups().equals(List.of(group)))
        .filter(one -> department == null || department.equals(one.department()))
        .findFirst()
        .orElseGet(() -> TokenWish.of(List.of(group), department, null));
  }

  private static TokenWish officer(
      String sub, String name, @Nullable String department, String... groups) {
    return TokenWish.of(List.of(groups), department, null).named(sub, name);
  }
}
