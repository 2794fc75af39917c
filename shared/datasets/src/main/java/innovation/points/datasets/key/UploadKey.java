package innovation.points.datasets.key;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The key of an uploaded file: {@code uploads/{source}/{dataset}/{year}/{filename}} (contract §1).
 *
 * @param source a department id, {@code public}, {@code enterprise} or {@code bureau}
 * @param dataset an id of the catalogue
 * @param year 2000..2100
 * @param filename any name; the content, not the name, determines the format; for {@code
 *     enterprise} and {@code bureau} it is {@code {uscc}.csv}
 */
public record UploadKey(String source, String dataset, int year, String filename)
    implements KeyResult {

  /** The source of collected public data. */
  public static final String PUBLIC = "public";

  /** The source of data reported by an enterprise itself. */
  public static final String ENTERPRISE = "enterprise";

  /** The source of what the bureau has entered for an enterprise, beside what that reports. */
  public static final String BUREAU = "bureau";

  /** Where files lie that are only to be checked, under the key they would have. */
  public static final String CHECKS = "checks/";

  private static final String UPLOADS = "uploads/";

  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}|2100");
  private static final int LONGEST_NAME = 200;

  /** The zero-width joiner of emoji. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private static final String SHAPE = "uploads/{来源}/{数据集}/{年度}/{文件名}";

  /** Reads a key against {@link Catalogue#load()}; the key is decoded, not URL-encoded. */
  public static KeyResult parse(String key) {
    return parse(Catalogue.load(), key);
  }

  /**
   * The same, and where the catalogue does not have the source or the dataset, against the zone's.
   */
  public static KeyResult parse(String key, Supplier<Catalogue> zone) {
    return parse(key) instanceof UploadKey known ? known : parse(zone.get(), key);
  }

  /** Reads the key that a file would have whose place is that of one to be checked. */
  public static KeyResult parseAny(String key, Supplier<Catalogue> zone) {
    return parse(key.startsWith(CHECKS) ? UPLOADS + key.substring(CHECKS.length()) : key, zone);
  }

  static KeyResult parse(Catalogue catalogue, String key) {
    List<String> parts = List.of(key.split("/", -1));
    if (parts.size() != 5 || !parts.getFirst().equals("uploads")) {
      return bad("应为 " + SHAPE, key);
    }
    String source = parts.get(1);
    Optional<Dataset> dataset = catalogue.dataset(parts.get(2));
    if (!knownSource(catalogue, source)) {
      return bad("来源应为部门代号、public 或 enterprise", source);
    }
    if (dataset.isEmpty()) {
      return bad("没有这个数据集", parts.get(2));
    }
    if (!YEAR.matcher(parts.get(3)).matches()) {
      return bad("年度应为 2000 至 2100 的四位数字", parts.get(3));
    }
    Optional<KeyResult> name = badName(source, parts.get(4));
    if (name.isPresent()) {
      return name.get();
    }
    if (!mayBring(source, dataset.get())) {
      return notOwned(catalogue, source, dataset.get());
    }
    return new UploadKey(source, dataset.get().id(), Integer.parseInt(parts.get(3)), parts.get(4));
  }

  /** The key in the bucket. */
  public String key() {
    return UPLOADS + path();
  }

  /** Where the file lies if it is only to be checked. */
  public String checkKey() {
    return CHECKS + path();
  }

  private String path() {
    return source + "/" + dataset + "/" + year + "/" + filename;
  }

  /** The enterprise of a self-reported file; empty for other sources. */
  public Optional<String> enterprise() {
    return source.equals(ENTERPRISE) ? ofOne() : Optional.empty();
  }

  /** The enterprise whose figures alone a file has, whoever entered them; empty for others. */
  public Optional<String> ofOne() {
    return isOfOne(source)
        ? Optional.of(filename.substring(0, filename.lastIndexOf('.')))
        : Optional.empty();
  }

  private static boolean isOfOne(String source) {
    return source.equals(ENTERPRISE) || source.equals(BUREAU);
  }

  /** Whether the owning department supplies it: only then does the dataset count as delivered. */
  public boolean fromDepartment() {
    return !Dataset.isNoDepartment(source);
  }

  private static boolean knownSource(Catalogue catalogue, String source) {
    return Dataset.isNoDepartment(source) || catalogue.department(source).isPresent();
  }

  private static boolean mayBring(String source, Dataset dataset) {
    return dataset.isOf(source) || (dataset.open() && Dataset.isNoDepartment(source));
  }

  private static Optional<KeyResult> badName(String source, String name) {
    if (isOfOne(source)) {
      boolean good =
          name.length() == 22 && name.endsWith(".csv") && Uscc.isValid(name.substring(0, 18));
      return good
          ? Optional.empty()
          : Optional.of(bad("企业自报的文件名应为“{统一社会信用代码}.csv”，代码 18 位、校验位正确", name));
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of(bad("文件名最长 " + LONGEST_NAME + " 个字符", name));
    }
    return named(name)
        ? Optional.empty()
        : Optional.of(bad("文件名不得为空，不得为“.”或“..”，也不得含有控制符等不可见字符", name));
  }

  /**
   * Whether it is a name, without anything that could mislead a person: invisible or private
   * characters.
   */
  private static boolean named(String name) {
    return !name.isBlank()
        && !name.equals(".")
        && !name.equals("..")
        && name.codePoints().allMatch(UploadKey::shown);
  }

  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER;
      default -> c != '\uFFFD';
    };
  }

  private static KeyResult bad(String expected, String found) {
    String shown = FileProblem.shortened(found);
    return new BadKey(
        new FileProblem(
            ProblemCode.BAD_KEY, null, null, null, found, expected + "，这里是“" + shown + "”。"));
  }

  private static KeyResult notOwned(Catalogue catalogue, String source, Dataset dataset) {
    String owner = dataset.shared() ? "各部门" : named(catalogue, dataset.owner());
    String others = dataset.open() ? "、public 或 enterprise " : "";
    return new BadKey(
        new FileProblem(
            ProblemCode.NOT_OWNED,
            null,
            null,
            null,
            source,
            "“%s”只能由%s%s上传，这里是%s。"
                .formatted(dataset.title(), owner, others, named(catalogue, source))));
  }

  private static String named(Catalogue catalogue, String source) {
    return catalogue
        .department(source)
        .map(department -> department.name() + "（" + department.id() + "）")
        .orElse(" " + source);
  }
}
