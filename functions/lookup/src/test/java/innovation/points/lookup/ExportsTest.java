package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever takes a list away is on record, whatever the form; who reads a page of it is not. */
class ExportsTest {

  @Test
  void filesAndWholeListsAreOnRecordAndPagesAndPublicListsAreNot() {
    var zone = new PublishedZone();
    zone.publishSmall();
    Caller caller = zone.caller();
    for (String form : new String[] {"csv", "xlsx", "ndjson"}) {
      caller.get("/v1/years/2025/scores?format=" + form, Caller.BUREAU);
      caller.get("/v1/years/2025/rankings?format=" + form, Caller.BUREAU);
    }
    caller.get("/v1/years/2025/scores", Caller.BUREAU);

    assertThat(zone.trail())
        .extracting(item -> item.substring(item.indexOf(" export.made ")))
        .containsExactlyInAnyOrder(
            " export.made years/2025/scores csv",
            " export.made years/2025/scores xlsx",
            " export.made years/2025/scores ndjson");
  }
}
