package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import innovation.points.store.scores.ScoresTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void whatThisBuildHasWrittenIsOpenedAgain() throws IOException {
    try (DataFolder data = DataFolder.open(folder)) {
      Files.createDirectory(data.resolve("tables"));
    }
    try (DataFolder data = DataFolder.open(folder)) {
      assertThat(data.resolve("form")).hasContent(ScoresTable.FORM);
    }
  }

  @Test
  void whatABuildBeforeFormsHasWrittenIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("tables"));
    assertRefused("无");
  }

  @Test
  void whatABuildOfAnotherFormHasWrittenIsRefusedAndStaysAsItIs() throws IOException {
    Files.createDirectory(folder.resolve("tables"));
    Files.writeString(folder.resolve("form"), "0");
    assertRefused("0");
    assertRefused("0");
  }

  private void assertRefused(String form) {
    assertThatIllegalStateException()
        .isThrownBy(() -> DataFolder.open(folder))
        .withMessage(
            "目录 %s 中的数据由另一版本的程序写成（数据格式应为 %s，实为 %s）：请用原来的版本打开，或把 LOCAL_DATA 改为一个空目录",
            folder, ScoresTable.FORM, form);
  }
}
