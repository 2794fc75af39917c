package innovation.points.acceptance.samplezone.enterprise;

import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds contracts, records, certificates and earlier stages to an enterprise. */
public final class SampleItems {
  /** The first year that has files; older items are in that year's files. */
  public static final int FIRST_FILE_YEAR = 2023;

  public static final int LAST_FILE_YEAR = 2025;

  private SampleItems() {}

  /** A registered contract, in the file of its year. Amount in 万元. */
  public static String contract(
      SampleEnterprise of, int year, String kind, double amount, boolean university) {
    String number = of.number("HT", year);
    of.add(
        "technology-contracts",
        year,
        Map.of(
            "contract", Value.of(number),
            "kind", Value.of(kind),
            "amount", Value.of(amount),
            "university", Value.of(university),
            "side", Value.of("卖方"),
            "registeredOn", Value.of(LocalDate.of(year, 6, 30))));
    return number;
  }

  /** A platform, award, project …, in the file of the year it was obtained. */
  public static String record(SampleEnterprise of, String kind, String level, String obtainedOn) {
    LocalDate day = LocalDate.parse(obtainedOn);
    String number = of.number("JL", day.getYear());
    of.add(
        "innovation-records",
        fileYear(day),
        Map.of(
            "record", Value.of(number),
            "kind", Value.of(kind),
            "level", Value.of(level),
            "title", Value.of("虚构" + level + title(kind)),
            "obtainedOn", Value.of(day)));
    return number;
  }

  public static String platform(SampleEnterprise of, String level, String obtainedOn) {
    return record(of, "研发或创新平台", level, obtainedOn);
  }

  /** Reports a platform's revocation: the same record again, in the file of that year. */
  public static void revoke(SampleEnterprise of, String number, String revokedOn) {
    amend(
        of,
        "record",
        number,
        LocalDate.parse(revokedOn),
        "revokedOn",
        Value.of(LocalDate.parse(revokedOn)));
  }

  /** Reports that a revoked platform was restored. */
  public static void restore(SampleEnterprise of, String number, String restoredOn) {
    amend(
        of,
        "record",
        number,
        LocalDate.parse(restoredOn),
        "restoredOn",
        Value.of(LocalDate.parse(restoredOn)));
  }

  /** A certificate with an expiry date. */
  public static String certificate(
      SampleEnterprise of, String kind, String validFrom, String validTo) {
    String number = openEnded(of, kind, validFrom);
    var last = of.items().removeLast();
    var values = new LinkedHashMap<>(last.values());
    values.put("validTo", Value.of(LocalDate.parse(validTo)));
    of.add(last.dataset(), last.fileYear(), values);
    return number;
  }

  /** A certificate without an expiry date. */
  public static String openEnded(SampleEnterprise of, String kind, String validFrom) {
    LocalDate day = LocalDate.parse(validFrom);
    String number = of.number("ZS", day.getYear());
    of.add(
        "qualifications",
        fileYear(day),
        Map.of(
            "certificate", Value.of(number),
            "kind", Value.of(kind),
            "validFrom", Value.of(day)));
    return number;
  }

  /** Reports in the file of a year whether an expired certificate was not renewed. */
  public static void lapsed(SampleEnterprise of, String number, int fileYear, boolean lapsed) {
    amend(of, "certificate", number, LocalDate.of(fileYear, 12, 31), "lapsed", Value.of(lapsed));
  }

  /** Stages of the years before this system, in its first file. */
  public static void history(SampleEnterprise of, SampleStage stage, int... evaluatedYears) {
    for (int year : evaluatedYears) {
      historyIn(of, FIRST_FILE_YEAR, stage, year);
    }
  }

  public static void historyIn(
      SampleEnterprise of, int fileYear, SampleStage stage, int evaluatedYear) {
    of.add(
        "stage-history",
        fileYear,
        Map.of("evaluatedYear", Value.of(evaluatedYear), "stage", Value.of(stage.title)));
  }

  private static void amend(
      SampleEnterprise of, String key, String number, LocalDate when, String field, Value value) {
    var latest =
        of.items().reversed().stream()
            .filter(item -> item.is(key, number))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no item " + number));
    var values = new LinkedHashMap<>(latest.values());
    values.put(field, value);
    int year = fileYear(when);
    if (latest.fileYear() == year) {
      // A file lists an item only once.
      of.items().remove(latest);
    }
    of.add(latest.dataset(), year, values);
  }

  private static int fileYear(LocalDate day) {
    return Math.clamp(day.getYear(), FIRST_FILE_YEAR, LAST_FILE_YEAR);
  }

  private static String title(String kind) {
    return switch (kind) {
      case "研发或创新平台" -> "工程技术研究中心";
      case "科技奖励" -> "科学技术进步奖";
      case "科技计划项目" -> "科技攻关项目";
      case "重大科技项目" -> "重大科技专项";
      case "创新创业赛事" -> "创新创业大赛";
      case "人才或团队" -> "创新创业团队";
      default -> kind.startsWith("省") ? kind.substring(1) : kind;
    };
  }
}
