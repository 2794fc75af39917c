package innovation.points.upload.status;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.key.UploadKey;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.facts.Conflicts;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.web.time.OfficialTime;
import java.util.List;
import java.util.function.Function;

/** Uploads as a file: what an office keeps of who sent what, and what became of it. */
final class UploadsFile {

  private static final List<String> TITLES =
      List.of("文件", "来源", "数据表", "年度", "状态", "数据行", "采用", "未采用", "问题", "提示", "收到时间", "编号");

  private final Catalogue catalogue;

  UploadsFile(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  ListTable of(List<UploadRecord> uploads) {
    return new ListTable(TITLES, uploads.stream().map(this::row).toList());
  }

  private List<TableCell> row(UploadRecord upload) {
    return List.of(
        TableCell.of(upload.path().filename()),
        TableCell.of(upload.path().source().map(this::source).orElse(null)),
        TableCell.of(upload.path().dataset().map(this::dataset).orElse(null)),
        upload.path().year().map(TableCell::of).orElse(TableCell.BLANK),
        TableCell.of(upload.status().title()),
        count(upload, Counts::rows),
        count(upload, Counts::accepted),
        count(upload, Counts::rejected),
        count(upload, Counts::problems),
        count(upload, Counts::warnings),
        TableCell.of(upload.uploadedAt().map(OfficialTime::minute).orElse(null)),
        TableCell.of(upload.id()));
  }

  private static TableCell count(UploadRecord upload, Function<Counts, Long> count) {
    return upload
        .counts()
        .map(count)
        .map(many -> TableCell.of((double) many))
        .orElse(TableCell.BLANK);
  }

  private String source(String id) {
    return switch (id) {
      case UploadKey.ENTERPRISE, UploadKey.PUBLIC, UploadKey.BUREAU -> Conflicts.sourceName(id);
      // The zone may no longer have the department.
      default -> catalogue.department(id).map(Department::name).orElse(id);
    };
  }

  private String dataset(String id) {
    return catalogue.dataset(id).map(Dataset::title).orElse(id);
  }
}
