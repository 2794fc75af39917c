package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a question is about (contract §3). */
public enum QuestionKind {
  INDICATOR("指标"),
  DEDUCTION("扣分"),
  EXCLUSION("不纳入评价"),
  DECAY("衰减"),
  BONUS("附加分"),
  STAGE("企业阶段"),
  REWARD("政策奖励"),
  /** A field or a dataset that a result lacks. */
  MISSING("缺少的数据"),
  /** A figure that is hard to believe. */
  IMPLAUSIBLE("存疑的数据"),
  /** A figure of which the sources say different things. */
  CONFLICT("来源不一致的数据"),
  /** A finding of a grid worker; about no figure in particular. */
  GRID("网格走访发现"),
  /** A case of the hotline; about no figure in particular. */
  HOTLINE("热线工单"),
  /** A file that changes nothing until somebody says what it is. */
  HELD("待确认的文件"),
  /** A file in force with figures that are hard to believe. */
  DOUBTFUL("文件中的存疑数值"),
  /** A delivered dataset that lacks enterprises of the roster. */
  INCOMPLETE("数据集中缺少的企业"),
  /** A certificate that ends within 180 days. */
  CERTIFICATE("即将到期的资质"),
  /** An enterprise that files name and no roster does; the bureau answers it. */
  UNLISTED("未列入名录的企业"),
  /** An item that several enterprises claim, and that pays none of them until it is settled. */
  CLAIM("多家登记的合同");

  private final String title;

  QuestionKind(String title) {
    this.title = title;
  }

  /** In Chinese. */
  public String title() {
    return title;
  }

  /** Whether offices too ask it of the publication, where there is one; else of the draft. */
  public boolean ofPublication() {
    return compareTo(MISSING) < 0;
  }

  /** Whether it is about one field, whatever came of it. */
  public boolean ofFigure() {
    return this == IMPLAUSIBLE || this == CONFLICT;
  }

  /** Whether only offices ask it: for who visits enterprises, and who answers the telephone. */
  public boolean ofOffices() {
    return this == GRID || this == HOTLINE;
  }

  /** Whether only the system asks it, every day, and takes it back; about no part of a result. */
  public boolean ofSystem() {
    return compareTo(HELD) >= 0;
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with an id, if there is one. */
  public static Optional<QuestionKind> named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** The ids of the kinds that somebody can ask, as a message lists them. */
  public static String ids() {
    return Arrays.stream(values())
        .filter(kind -> !kind.ofSystem())
        .map(QuestionKind::id)
        .collect(Collectors.joining("、"));
  }

  /** Reads what {@link #id} writes. */
  @JsonCreator
  static QuestionKind of(String id) {
    return named(id)
        .orElseThrow(() -> new IllegalArgumentException("expected a kind, found " + id));
  }
}
