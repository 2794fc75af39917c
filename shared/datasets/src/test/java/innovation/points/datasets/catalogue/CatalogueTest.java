package innovation.points.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.reading.header.HeaderMatcher;
import java.io.IOException;
import java.time.MonthDay;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The datasets of contract §2. */
class CatalogueTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/datasets.csv", delimiter = '|', numLinesToSkip = 1)
  void datasetIsAsTheContractHasIt(
      String id, String title, String owner, String shape, String key, String fields) {
    Dataset dataset = Catalogue.load().dataset(id).orElseThrow();

    assertThat(dataset.title()).isEqualTo(title);
    assertThat(dataset.owner()).isEqualTo(owner);
    assertThat(dataset.shape().id()).isEqualTo(shape);
    assertThat(String.join("+", dataset.naturalKey()) + (dataset.keyedByYear() ? "+year" : ""))
        .isEqualTo(key);
    assertThat(
            dataset.fields().stream()
                .map(
                    f ->
                        f.name()
                            + ":"
                            + f.type()
                            + (f.nonNegative() ? ">=0" : "")
                            + (f.required() ? "!" : ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo(fields);
  }

  @Test
  void whatEnterprisesMayReport() {
    assertThat(Catalogue.load().datasets().stream().filter(Dataset::open).map(Dataset::id))
        .containsExactly(
            "operations",
            "workforce",
            "intellectual-property",
            "investment",
            "technology-contracts");
    assertThat(Catalogue.load().dataset("nothing")).isEmpty();
  }

  /** Industry, housing and education grant benefits by the built-in rules and own no dataset. */
  @Test
  void everyDepartmentHasANameAndMostHaveADataset() {
    assertThat(Catalogue.load().departments())
        .extracting(Department::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches(".*(局|主管部门)"));
    assertThat(Catalogue.load().departments())
        .extracting(Department::id)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Catalogue.load().datasets().stream().map(Dataset::owner),
                    Stream.of("industry", "housing", "education"))
                .collect(Collectors.toUnmodifiableSet()));
    assertThat(Catalogue.load().departmentName("finance")).isEqualTo("财政金融局");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.load().departmentName("nobody"))
        .withMessage("expected a department's id, found nobody");
  }

  @Test
  void departmentsHaveContactsAndDatasetsAFormADueDateAndClasses() {
    assertThat(Catalogue.load().department("tax").orElseThrow())
        .isEqualTo(
            new Department(
                "tax",
                "税务局",
                "Tax",
                new Department.Person("（虚构）税务局数据专员", "0373-0000002"),
                new Department.Person("（虚构）税务局数据专员（后备）", "0373-0000012")));
    Dataset operations = Catalogue.load().dataset("operations").orElseThrow();
    assertThat(operations.due()).contains(MonthDay.of(4, 30));
    assertThat(operations.shared()).isFalse();
    Dataset taken = Catalogue.load().dataset("benefits-taken").orElseThrow();
    assertThat(taken.due()).isEmpty();
    assertThat(taken.isOf("hr")).isTrue();
    assertThat(taken.isOf("public")).isFalse();
    assertThat(taken.isOf("enterprise")).isFalse();
    assertThat(operations.form()).isEqualTo("CXJF-02");
    assertThat(operations.field("revenue").orElseThrow().access()).isEqualTo(FieldClass.SENSITIVE);
    assertThat(operations.field("name").orElseThrow().access()).isEqualTo(FieldClass.PUBLIC);
    assertThat(Catalogue.load().datasets()).extracting(Dataset::form).doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Department.Person("某人", "无"))
        .withMessage("expected a name and a telephone number, found \"某人\" and \"无\"");
  }

  @Test
  void theDivisionsAreThoseOfTheStandard() {
    assertThat(Divisions.names()).hasSize(97).containsEntry("C34", "通用设备制造业");
    assertThat(Divisions.names().values()).doesNotHaveDuplicates();
    assertThat(Divisions.name("C34")).isEqualTo("通用设备制造业");
    assertThat(Divisions.name("C99")).isEqualTo("C99");
  }

  @Test
  void schemaIsServedAsItIs() throws IOException {
    for (Dataset dataset : Catalogue.load().datasets()) {
      assertThat(new ObjectMapper().readTree(dataset.schema()).path("name").asText())
          .isEqualTo(dataset.id());
    }
  }

  @Test
  void headersOfADatasetNeverStandForTwoFields() {
    assertThat(Catalogue.load().datasets())
        .allSatisfy(dataset -> assertThat(new HeaderMatcher(dataset).dataset()).isSameAs(dataset));
  }

  @Test
  void schemaWithADefectIsRefusedWithItsPlace() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SchemaReader.read("x", "{\"fields\": [{\"name\": \"a\"}]}"))
        .withMessage("数据集 x：应有属性 x-ordinal，这里是 空的");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                SchemaReader.read(
                    "x",
                    "{\"fields\": [{\"name\": \"a\", \"x-ordinal\": 2, \"title\": \"b\", \"x-en\":"
                        + " \"B\", \"type\": \"geo\"}]}"))
        .withMessage("数据集 x：没有这样的 type：geo");
  }
}
