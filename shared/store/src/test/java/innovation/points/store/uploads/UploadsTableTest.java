package innovation.points.store.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.person.Person;
import innovation.points.store.EmbeddedTables;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadRecord.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadsTableTest {

  private static final String KEY = "uploads/tax/operations/2025/经营.csv";
  private static final Person LI = new Person("sub-li", "李华", "department", "tax");
  private static final Person WANG = new Person("sub-wang", "王芳", "department", "tax");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.5Z");
  private static final Set<String> SOURCES = Set.of("tax", "hr", "public", "enterprise");
  private static final Set<String> DATASETS = Set.of("operations", "workforce");

  private EmbeddedTables tables;
  private UploadsTable uploads;

  @BeforeEach
  void open() {
    tables = new EmbeddedTables();
    uploads = new UploadsTable(tables.client(), EmbeddedTables.UPLOADS);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void anUploadComesBackAsItWas() {
    UploadRecord whole =
        new UploadRecord(
            "id",
            path(KEY),
            UploadStatus.PARTIAL,
            Optional.of("v1"),
            Optional.of("ab"),
            123_456_789_012L,
            NOON,
            Optional.of(NOON.plusSeconds(1)),
            NOON.plusSeconds(2),
            Optional.of(new Counts(5, 3, 2, 4, 1)),
            Optional.of(new Report(Optional.of("a"), Optional.of("b"), Optional.of("c"))));
    UploadRecord bare = upload("bare", "uploads/odd", UploadStatus.REJECTED, NOON);

    uploads.put(whole);
    uploads.put(bare);

    assertThat(uploads.get("id")).contains(whole);
    assertThat(uploads.get("bare")).contains(bare);
    assertThat(uploads.get("nothing")).isEmpty();
  }

  @Test
  void aKeysHistoryHoldsItsVerdictsAndUploads() {
    var verdict = new Verdict("v1", UploadStatus.REJECTED, "id", NOON);
    UploadRecord upload = upload("id", KEY, UploadStatus.REJECTED, NOON);
    new KeyStates(tables.client(), EmbeddedTables.UPLOADS).want(KEY);
    uploads.put(upload);
    uploads.put(KEY, verdict);
    uploads.details("id", KEY, "{}");
    uploads.put(upload("other", KEY + "2", UploadStatus.ACCEPTED, NOON));

    assertThat(uploads.history(KEY))
        .isEqualTo(new KeyHistory(Map.of("v1", verdict), Map.of("id", upload)));
  }

  @Test
  void detailsStayWhenTheRecordChanges() {
    String details = "{\"problems\":[\"" + "数字".repeat(100_000) + "\"]}";
    uploads.details("id", KEY, details);
    uploads.put(upload("id", KEY, UploadStatus.ACCEPTED, NOON));
    uploads.announce(upload("id", KEY, UploadStatus.PENDING, NOON), LI);

    assertThat(uploads.details("id")).contains(details);
    assertThat(uploads.details("nothing")).isEmpty();
  }

  @Test
  void announcingWhatIsKnownChangesNothing() {
    UploadRecord known = upload("id", KEY, UploadStatus.ACCEPTED, NOON);
    uploads.put(known);

    assertThat(uploads.announce(upload("id", KEY, UploadStatus.PENDING, NOON.plusSeconds(9)), LI))
        .isEqualTo(known);
    assertThat(uploads.get("id")).contains(known);
  }

  @Test
  void whoAnnouncedAFileIsKnownByItsVersion() {
    UploadRecord upload = upload("id", KEY, UploadStatus.PENDING, NOON);
    uploads.announce(upload, LI);
    uploads.announce(upload, WANG);
    uploads.put(KEY, new Verdict("v1", UploadStatus.ACCEPTED, "id", NOON, Optional.empty()));
    uploads.put(KEY, new Verdict("v2", UploadStatus.ACCEPTED, "put", NOON, Optional.empty()));

    assertThat(uploads.arrival(KEY, "v1")).contains(new Arrival(NOON, LI, "tax"));
    assertThat(uploads.arrival(KEY, "v2")).contains(new Arrival(NOON, Person.S3, "tax"));
    assertThat(uploads.arrival(KEY, "v3")).as("not looked at").isEmpty();

    uploads.put(upload.with(UploadStatus.WITHDRAWN));
    uploads.announce(upload, WANG);
    assertThat(uploads.arrival(KEY, "v1").map(Arrival::by)).contains(WANG);
  }

  @Test
  void whatWasWithdrawnIsAwaitedAgain() {
    uploads.put(upload("id", KEY, UploadStatus.WITHDRAWN, NOON));
    UploadRecord again = upload("id", KEY, UploadStatus.PENDING, NOON.plusSeconds(9));

    assertThat(uploads.announce(again, LI)).isEqualTo(again);
    assertThat(uploads.get("id")).contains(again);
  }

  @Test
  void listsTheNewestYearFirstAndInItTheNewestFirst() {
    uploads.put(upload("a", key("tax", "operations", 2024), UploadStatus.ACCEPTED, at(9)));
    uploads.put(upload("b", key("tax", "operations", 2025), UploadStatus.ACCEPTED, at(1)));
    uploads.put(upload("c", key("hr", "workforce", 2025), UploadStatus.REJECTED, at(2)));
    uploads.put(upload("d", "uploads/odd", UploadStatus.REJECTED, at(5)));

    assertThat(ids(UploadFilter.ALL)).containsExactly("c", "b", "a", "d");
    assertThat(ids(UploadFilter.ALL.ofYear(2025))).containsExactly("c", "b");
    assertThat(ids(UploadFilter.ALL.ofDataset("operations"))).containsExactly("b", "a");
    assertThat(ids(UploadFilter.ALL.ofStatus(UploadStatus.REJECTED))).containsExactly("c", "d");
    assertThat(ids(UploadFilter.ALL.ofOwner("tax"))).containsExactly("b", "a");
    assertThat(ids(UploadFilter.ALL.ofOwner("tax").ofYear(2024).ofDataset("operations")))
        .containsExactly("a");
  }

  @Test
  void anEnterpriseListsItsOwnReports() {
    String mine = "uploads/enterprise/operations/2025/914107001234567895.csv";
    uploads.put(upload("mine", mine, UploadStatus.ACCEPTED, NOON));
    uploads.put(
        upload(
            "other",
            "uploads/enterprise/operations/2025/91350100M000100Y43.csv",
            UploadStatus.ACCEPTED,
            NOON));

    assertThat(ids(UploadFilter.ALL.ofOwner(UploadPath.enterprise("914107001234567895"))))
        .containsExactly("mine");
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    var expected = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      uploads.put(upload("u" + i, KEY + i, UploadStatus.ACCEPTED, at(i)));
      uploads.put(upload("r" + i, KEY + i, UploadStatus.REJECTED, at(i)));
      expected.addFirst("u" + i);
    }
    UploadFilter filter = UploadFilter.ALL.ofOwner("tax").ofStatus(UploadStatus.ACCEPTED);

    var listed = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    Optional<String> next = Optional.empty();
    do {
      UploadPage page = uploads.list(filter, 3, next);
      page.items().forEach(upload -> listed.add(upload.id()));
      sizes.add(page.items().size());
      next = page.next();
    } while (next.isPresent());

    assertThat(listed).isEqualTo(expected);
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @Test
  void aPositionOfAnotherListIsRefused() {
    assertThatThrownBy(() -> uploads.list(UploadFilter.ALL, 3, Optional.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> ids(UploadFilter filter) {
    return uploads.list(filter, 50, Optional.empty()).items().stream()
        .map(UploadRecord::id)
        .toList();
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  private static String key(String source, String dataset, int year) {
    return "uploads/%s/%s/%d/f.csv".formatted(source, dataset, year);
  }

  private static UploadPath path(String key) {
    return UploadPath.of(key, SOURCES, DATASETS);
  }

  private static UploadRecord upload(
      String id, String key, UploadStatus status, Instant createdAt) {
    return new UploadRecord(
        id,
        path(key),
        status,
        Optional.empty(),
        Optional.empty(),
        1,
        createdAt,
        Optional.empty(),
        createdAt,
        Optional.empty(),
        Optional.empty());
  }
}
