package innovation.points.recompute.run;

import innovation.points.recompute.segment.RankedRow;
import innovation.points.recompute.workspace.Records;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.YearFileKeys;
import innovation.points.web.http.Disposition;
import innovation.points.web.http.Format;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The public results of a whole year as files in the bucket, {@code published/{year}/{generation}/}
 * (contract §1): the ranked enterprises with their public data only. Written before a run is
 * complete, so that a published year always has its files; a repeated attempt writes them again.
 * Thread-safe.
 */
final class YearFiles {

  private final Supplier<S3Client> client;
  private final String bucket;

  YearFiles(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * Writes the files.
   *
   * @param ranked opens the ranked enterprises, best first; called once a file
   */
  void write(
      int year, String generation, Rulebook rulebook, Supplier<Records.Reader<RankedRow>> ranked) {
    S3Client s3 = client.get();
    String name = year + "年度企业创新积分";
    for (Format format : List.of(Format.CSV, Format.XLSX)) {
      String file = name + "." + format.extension();
      try (var lines = ranked.get()) {
        onDisk(
            table(rulebook, lines),
            format,
            name,
            path ->
                s3.putObject(
                    put ->
                        put.bucket(bucket)
                            .key(YearFileKeys.of(year, generation, format.extension()))
                            .contentType(format.mediaType())
                            .contentDisposition(Disposition.attachment(year + "-rankings", file)),
                    RequestBody.fromFile(path)));
      }
    }
  }

  /**
   * Writes a small file.
   *
   * @param ascii the name offered to clients that know no Chinese, without an extension
   * @param name the name offered for download
   */
  void put(String key, String mediaType, String ascii, String name, byte[] content) {
    client
        .get()
        .putObject(
            put ->
                put.bucket(bucket)
                    .key(key)
                    .contentType(mediaType)
                    .contentDisposition(Disposition.attachment(ascii, name)),
            RequestBody.fromBytes(content));
  }

  private static void onDisk(ListTable table, Format format, String name, Consumer<Path> upload) {
    try {
      Path path = Files.createTempFile("year", "." + format.extension());
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
          switch (format) {
            case CSV -> table.csv(out);
            case XLSX -> table.xlsx(out, name);
            case JSON -> throw new IllegalArgumentException("a year's file is CSV or XLSX");
          }
        }
        upload.accept(path);
      } finally {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ListTable table(Rulebook rulebook, Iterator<RankedRow> ranked) {
    var titles =
        new ArrayList<>(List.of("总排名", "阶段排名", "统一社会信用代码", "企业名称", "阶段", "行业大类", "主导产业", "总分"));
    rulebook.categories().forEach(category -> titles.add(category.name()));
    Map<String, String> stages =
        rulebook.stages().stream()
            .collect(Collectors.toMap(Rulebook.Stage::id, Rulebook.Stage::name));
    return new ListTable(titles, () -> cells(ranked, stages));
  }

  private static Iterator<List<TableCell>> cells(
      Iterator<RankedRow> ranked, Map<String, String> stages) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return ranked.hasNext();
      }

      @Override
      public List<TableCell> next() {
        RankedRow one = ranked.next();
        RankingEntry entry = one.entry();
        return cells(entry, stages.getOrDefault(entry.stage(), entry.stage()), one.categories());
      }
    };
  }

  private static List<TableCell> cells(RankingEntry entry, String stage, double[] points) {
    var cells =
        new ArrayList<>(
            List.of(
                TableCell.of(entry.rank().overall()),
                TableCell.of(entry.rank().stage()),
                TableCell.of(entry.uscc()),
                TableCell.of(entry.name()),
                TableCell.of(stage),
                TableCell.of(entry.industry()),
                TableCell.of(entry.cluster()),
                TableCell.of(entry.total())));
    for (double each : points) {
      cells.add(Double.isNaN(each) ? TableCell.BLANK : TableCell.of(each));
    }
    return cells;
  }
}
