package innovation.points.upload.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import innovation.points.store.bucket.Links;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the API shows it. What is not known yet is null.
 *
 * @param problems what was found wrong, the first of them in a list of uploads; how many there are
 *     in all is {@code problemCount}
 * @param verdict what the check found that becomes, or would become, of the file: accepted,
 *     partial, held or rejected
 * @param groups the same problem in one column, counted; only of a single upload
 * @param reading how the file was understood; only of a single upload
 * @param sameContent keys of other files of the dataset and year that hold the same and are in
 *     force; only of a single upload
 * @param alsoInForce keys of the source's other files of the dataset and year that are in force as
 *     well; only of a single upload
 * @param confirmation what a person said of the file, who and when; only of a single upload
 * @param withdrawal who withdrew it, when and why; only of a single upload
 * @param report addresses of the file with 校验结果 and 问题说明, good for a quarter of an hour
 */
record UploadView(
    String id,
    String key,
    @Nullable String source,
    @Nullable String dataset,
    @Nullable Integer year,
    String filename,
    @Nullable String version,
    String status,
    @Nullable String verdict,
    @Nullable Long rows,
    @Nullable Long accepted,
    @Nullable Long rejected,
    JsonNode problems,
    long problemCount,
    JsonNode warnings,
    long warningCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode groups,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode reading,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> sameContent,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> alsoInForce,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode confirmation,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode withdrawal,
    @Nullable Report report,
    long bytes,
    @Nullable String sha256,
    Instant createdAt,
    @Nullable Instant uploadedAt,
    Instant updatedAt) {

  private static final int IN_LISTS = 20;

  /** The keys of other files that are in force: with the same content, and all. */
  record Others(List<String> sameContent, List<String> alsoInForce) {}

  record Report(@Nullable String csv, @Nullable String xlsx) {}

  /** Everything about one upload. */
  static UploadView whole(
      UploadRecord upload,
      @Nullable String details,
      Others others,
      @Nullable String withdrawal,
      Links links) {
    JsonNode found = parse(details);
    return of(upload, found, found.path("problems"), found.path("warnings"), links)
        .with(
            found.get("groups"),
            found.get("reading"),
            others,
            found.get("confirmation"),
            upload.status() == UploadStatus.WITHDRAWN && withdrawal != null
                ? StoredJson.tree(withdrawal)
                : null);
  }

  /** One of a list. */
  static UploadView brief(UploadRecord upload, @Nullable String details, Links links) {
    JsonNode found = parse(details);
    return of(upload, found, first(found.path("problems")), first(found.path("warnings")), links);
  }

  private static UploadView of(
      UploadRecord upload, JsonNode found, JsonNode problems, JsonNode warnings, Links links) {
    return new UploadView(
        upload.id(),
        upload.key(),
        upload.path().source().orElse(null),
        upload.path().dataset().orElse(null),
        upload.path().year().orElse(null),
        upload.path().filename(),
        upload.version().orElse(null),
        upload.status().id(),
        found.path("verdict").asText(null),
        count(upload, Counts::rows),
        count(upload, Counts::accepted),
        count(upload, Counts::rejected),
        array(problems),
        upload.counts().map(Counts::problems).orElse(0L),
        array(warnings),
        upload.counts().map(Counts::warnings).orElse(0L),
        null,
        null,
        null,
        null,
        null,
        null,
        upload.report().map(report -> report(report, links)).orElse(null),
        upload.bytes(),
        upload.sha256().orElse(null),
        upload.createdAt(),
        upload.uploadedAt().orElse(null),
        upload.updatedAt());
  }

  private UploadView with(
      @Nullable JsonNode allGroups,
      @Nullable JsonNode howRead,
      Others others,
      @Nullable JsonNode said,
      @Nullable JsonNode withdrawn) {
    return new UploadView(
        id,
        key,
        source,
        dataset,
        year,
        filename,
        version,
        status,
        verdict,
        rows,
        accepted,
        rejected,
        problems,
        problemCount,
        warnings,
        warningCount,
        allGroups,
        howRead,
        others.sameContent(),
        others.alsoInForce(),
        said,
        withdrawn,
        report,
        bytes,
        sha256,
        createdAt,
        uploadedAt,
        updatedAt);
  }

  private static @Nullable Long count(UploadRecord upload, Function<Counts, Long> count) {
    Optional<Long> known = upload.counts().map(count);
    return known.orElse(null);
  }

  private static @Nullable Report report(UploadRecord.Report report, Links links) {
    return report.csv().isEmpty() && report.xlsx().isEmpty()
        ? null
        : new Report(
            report.csv().map(links::get).orElse(null), report.xlsx().map(links::get).orElse(null));
  }

  private static JsonNode parse(@Nullable String details) {
    return details == null ? JsonNodeFactory.instance.objectNode() : StoredJson.tree(details);
  }

  private static JsonNode array(JsonNode node) {
    return node.isArray() ? node : JsonNodeFactory.instance.arrayNode();
  }

  private static JsonNode first(JsonNode all) {
    var first = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : array(all)) {
      if (first.size() == IN_LISTS) {
        break;
      }
      first.add(each);
    }
    return first;
  }
}
