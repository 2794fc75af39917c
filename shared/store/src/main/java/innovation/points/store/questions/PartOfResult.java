package innovation.points.store.questions;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.questions.AskedQuestion.About;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.Detail.CauseEntry;
import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.table.StoredJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an enterprise's result that can be asked about, as it stands in one edition.
 *
 * @param departments whose datasets are behind it
 * @param standing what the enterprise reads there
 */
public record PartOfResult(About about, List<String> departments, PartStanding standing) {

  private static final String NONE = "无";

  public PartOfResult {
    departments = List.copyOf(departments);
  }

  /**
   * All parts of a result: of a score its indicators, stage, bonus and rewards and what reduced it;
   * of who has none, why.
   *
   * @param stages names of the stages by id
   */
  public static List<PartOfResult> all(ScoreRow row, UnaryOperator<String> stages) {
    Double total = row.card().total();
    Detail detail = row.detail();
    var parts = new ArrayList<PartOfResult>();
    for (Detail.Indicator one : detail.indicators()) {
      String value = one.value() == null ? "无数值" : shown(one.value()) + " " + one.unit();
      parts.add(
          part(
              new About(QuestionKind.INDICATOR, one.id(), one.name()),
              "%s，%s 分".formatted(value, shown(one.points())),
              total,
              one.from(),
              one.causes()));
    }
    for (Detail.Deduction one : detail.deductions()) {
      String text = "%s，扣 %s 分".formatted(one.reason(), shown(-one.points()));
      parts.add(
          part(About.of(QuestionKind.DEDUCTION, one.rule()), text, total, one.from(), List.of()));
    }
    for (Detail.Exclusion one : detail.exclusions()) {
      var about = About.of(QuestionKind.EXCLUSION, one.rule());
      parts.add(part(about, one.reason(), total, one.from(), List.of()));
    }
    for (Detail.Decay one : detail.decay()) {
      String text = "%s，乘 %s".formatted(one.reason(), shown(one.factor()));
      parts.add(part(About.of(QuestionKind.DECAY, one.rule()), text, total, List.of(), List.of()));
    }
    for (Detail.UnknownEntry one : detail.unknown()) {
      parts.add(missing(one.field(), one.causes(), total));
    }
    for (String dataset : detail.unreported()) {
      parts.add(missing(dataset, List.of(), total));
    }
    String stage = row.card().stage();
    if (stage != null) {
      var about = About.of(QuestionKind.STAGE, null);
      parts.add(part(about, stages.apply(stage), total, List.of(), List.of()));
    }
    if (total != null) {
      parts.add(bonus(detail.bonus(), total));
      parts.add(rewards(row.rewards(), total));
    }
    return parts;
  }

  /**
   * What can be asked about; nothing where the result has none such. A figure need not be in the
   * result, and what somebody found has no part in it.
   */
  public static Optional<PartOfResult> find(
      ScoreRow row, UnaryOperator<String> stages, QuestionKind kind, @Nullable String id) {
    if (kind.ofOffices()) {
      Double total = row.card().total();
      return id == null
          ? Optional.of(
              new PartOfResult(
                  About.of(kind, null), List.of(), new PartStanding(null, total, List.of())))
          : Optional.empty();
    }
    if (kind.ofFigure()) {
      return id == null ? Optional.empty() : figure(row, kind, id);
    }
    return all(row, stages).stream()
        .filter(part -> part.about.kind() == kind)
        .filter(part -> id == null ? part.about.id() == null : id.equals(part.about.id()))
        .findFirst();
  }

  /** What stands where a result has no such part any more. */
  public static PartStanding gone(ScoreRow row) {
    return new PartStanding(NONE, row.card().total(), List.of());
  }

  private static PartOfResult bonus(List<Detail.Bonus> bonus, Double total) {
    String text =
        bonus.stream()
            .map(one -> "%s，加 %s 分".formatted(one.level(), shown(one.points())))
            .collect(Collectors.joining("；"));
    List<FactUsed> from = bonus.stream().flatMap(one -> one.from().stream()).toList();
    var about = About.of(QuestionKind.BONUS, null);
    return part(about, text.isEmpty() ? NONE : text, total, from, List.of());
  }

  private static PartOfResult rewards(List<RewardEntry> rewards, Double total) {
    String text =
        rewards.stream()
            .map(one -> "%s，%s 元".formatted(one.reason(), one.amount().toPlainString()))
            .collect(Collectors.joining("；"));
    List<FactUsed> from = rewards.stream().flatMap(one -> one.from().stream()).toList();
    var about = About.of(QuestionKind.REWARD, null);
    return part(about, text.isEmpty() ? NONE : text, total, from, List.of());
  }

  /** A field's value as the result was computed from it. */
  private static Optional<PartOfResult> figure(ScoreRow row, QuestionKind kind, String field) {
    Dataset dataset = holding(field).orElse(null);
    if (dataset == null) {
      return Optional.empty();
    }
    List<FactUsed> from =
        row.detail().indicators().stream()
            .flatMap(one -> one.from().stream())
            .filter(fact -> fact.field().equals(field))
            .distinct()
            .toList();
    String title = dataset.field(field).orElseThrow().title();
    String text =
        from.stream()
            .map(fact -> StoredJson.node(fact.value()).asText())
            .collect(Collectors.joining("、"));
    return Optional.of(
        new PartOfResult(
            new About(kind, field, title),
            List.of(dataset.owner()),
            new PartStanding(text.isEmpty() ? "无数值" : text, row.card().total(), from)));
  }

  private static PartOfResult missing(String id, List<CauseEntry> causes, @Nullable Double total) {
    String title =
        Catalogue.load()
            .dataset(id)
            .map(Dataset::title)
            .or(() -> holding(id).flatMap(dataset -> dataset.field(id)).map(field -> field.title()))
            .orElse(id);
    List<String> owners = owners(Stream.concat(Stream.of(id), datasets(causes)));
    var about = new About(QuestionKind.MISSING, id, title);
    return new PartOfResult(about, owners, new PartStanding("缺少", total, List.of()));
  }

  private static PartOfResult part(
      About about,
      String text,
      @Nullable Double total,
      List<FactUsed> from,
      List<CauseEntry> causes) {
    Stream<String> files =
        from.stream()
            .map(FactUsed::key)
            .distinct()
            .flatMap(
                key ->
                    UploadKey.parse(key) instanceof UploadKey read
                        ? Stream.of(read)
                        : Stream.empty())
            .map(UploadKey::dataset);
    return new PartOfResult(
        about, owners(Stream.concat(files, datasets(causes))), new PartStanding(text, total, from));
  }

  private static Stream<String> datasets(List<CauseEntry> causes) {
    return causes.stream()
        .flatMap(
            cause ->
                Stream.concat(
                    Stream.ofNullable(cause.dataset()),
                    Stream.ofNullable(cause.fields()).flatMap(List::stream)));
  }

  /** The owners of datasets, or of the datasets with a field of that name. */
  private static List<String> owners(Stream<String> ids) {
    return ids.flatMap(id -> Catalogue.load().dataset(id).or(() -> holding(id)).stream())
        .map(Dataset::owner)
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<Dataset> holding(String field) {
    return Catalogue.load().datasets().stream()
        .filter(dataset -> dataset.field(field).isPresent())
        .findFirst();
  }

  private static String shown(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
