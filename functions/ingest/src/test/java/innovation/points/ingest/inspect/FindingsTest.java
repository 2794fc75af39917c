package innovation.points.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.report.JsonBlock;
import innovation.points.datasets.report.KeptBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

  @TempDir private Path folder;

  @Test
  void aFileIsToldWholeAndWhatIsNotThereIsLeftOut() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(
        file,
        """
        统一社会信用代码,营业收入(万元),备忘
        91350100M000100Y43,-1,x
        """);
    var key = new UploadKey("tax", "operations", 2025, "a.csv");

    String json =
        Findings.json(
            new FileChecker(Catalogue.load()).check(key, file, Roster.NONE),
            Map.of(
                "rows",
                new KeptBlocks(
                    "reports/r.gz", List.of(new JsonBlock(0, 120, List.of(3, 0, 1, 0))))),
            Optional.empty());

    assertThat(json)
        .isEqualTo(
            """
            {"verdict":"rejected","problems":[{"code":"negative","row":2,"column":"营业收入(万元)","columnLetter":"B",\
            "found":"-1","message":"“营业收入(万元)”不应小于 0，这里是“-1”；请核对后改正。"}],"problemCount":1,\
            "warnings":[{"code":"unknown-column","row":1,"column":"备忘","columnLetter":"C",\
            "found":"备忘","message":"C 列“备忘”不是“经营情况”的列，没有读取。"},\
            {"code":"not-on-roster","message":"还没有 2025 年企业名录，本文件的企业没有与名录核对。"}],\
            "warningCount":2,"groups":[{"code":"negative","column":"营业收入(万元)",\
            "columnLetter":"B","count":1,"rows":[2],\
            "message":"“营业收入(万元)”不应小于 0，这里是“-1”；请核对后改正。"},\
            {"code":"unknown-column","column":"备忘","columnLetter":"C","count":1,"rows":[1],\
            "message":"C 列“备忘”不是“经营情况”的列，没有读取。"},\
            {"code":"not-on-roster","count":1,"rows":[],\
            "message":"还没有 2025 年企业名录，本文件的企业没有与名录核对。"}],\
            "reading":{"kind":"csv","encoding":"UTF-8","separator":",","headerRows":[1],\
            "unit":{"name":"万元","from":"列名","factor":1.0},"columns":[\
            {"letter":"A","header":"统一社会信用代码","field":"uscc","match":"EXACT","factor":1.0},\
            {"letter":"B","header":"营业收入(万元)","field":"revenue","match":"EXACT",\
            "unit":"万元","factor":1.0},\
            {"letter":"C","header":"备忘","match":"UNKNOWN","factor":1.0}],\
            "notRead":{"sheets":[],"tables":[],"columns":["C"],"rows":[]},"tables":[],\
            "hidden":{"columns":[],"sheets":[]},\
            "sentence":"金额按万元（见列名）读取；表头在第 1 行；C 列没有读取。"},\
            "rows":{"key":"reports/r.gz","blocks":[[0,120,3,0,1,0]]}}\
            """);
  }

  @Test
  void aFileThatWasNotReadHasItsOneProblem() {
    assertThat(Findings.json(FileProblem.ofFile(ProblemCode.TOO_LARGE, "文件最大 100 MiB。")))
        .isEqualTo(
            """
            {"verdict":"rejected","problems":[{"code":"too-large","message":"文件最大 100 MiB。"}],"problemCount":1,\
            "warnings":[],"warningCount":0,"groups":[]}\
            """);
  }
}
