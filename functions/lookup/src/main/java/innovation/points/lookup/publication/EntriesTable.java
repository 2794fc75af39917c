package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicEntry;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import java.util.List;

/** Entries of a published ranking, as the table of a file. */
public final class EntriesTable {

  private static final List<String> TITLES =
      List.of("总排名", "阶段排名", "统一社会信用代码", "企业名称", "阶段", "行业大类", "主导产业", "所属园区", "总分");

  private EntriesTable() {}

  /** A row an entry, in their order. */
  public static ListTable of(List<PublicEntry> entries, Pointer pointer, KnownRulebooks rules) {
    return new ListTable(
        TITLES,
        entries.stream()
            .map(
                entry ->
                    List.of(
                        TableCell.of(entry.overall()),
                        TableCell.of(entry.inStage()),
                        TableCell.of(entry.uscc()),
                        TableCell.of(entry.name()),
                        TableCell.of(rules.stageName(pointer, entry.stage())),
                        TableCell.of(entry.industry()),
                        TableCell.of(entry.cluster()),
                        TableCell.of(entry.park()),
                        TableCell.of(entry.total())))
            .toList());
  }
}
