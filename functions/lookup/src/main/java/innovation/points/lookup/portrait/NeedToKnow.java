package innovation.points.lookup.portrait;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.ScoreRow;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
import innovation.points.web.http.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What of a profile a department sees (contract §3): of indicators that use another department's
 * dataset the outcome and the quarter within the stage. Their value, points and sources are null,
 * with {@code withheld: true}, because points give values away; so are the steps that change such
 * figures. Facts of other departments' datasets behind deductions, bonuses and exclusions are left
 * out, and benefits that other departments grant. Categories and the total are shown. A bank sees
 * no advice, which starts from figures that are not published. The one place where that is decided.
 */
final class NeedToKnow {

  private static final String WITHHELD = "withheld";

  private final KnownRulebooks rules;

  NeedToKnow(KnownRulebooks rules) {
    this.rules = rules;
  }

  /**
   * Whether something is withheld from a caller.
   *
   * @param uscc whose profile it is; its own it sees whole
   * @return the department that sees its own datasets' figures only; empty: everything is shown
   */
  private static Optional<String> restricted(Principal caller, String uscc) {
    return caller.readsAll() || caller.owns(uscc) || !caller.is(Role.DEPARTMENT)
        ? Optional.empty()
        : caller.department();
  }

  /** What tells the caller's form of an answer from others', in its ETag. */
  static String variant(String answer, Principal caller, String uscc) {
    return caller.readsByGrant(uscc)
        ? answer + "-bank"
        : restricted(caller, uscc).map(department -> answer + "-" + department).orElse(answer);
  }

  /** The document as the caller may see it. */
  Object of(ProfileDocuments.Document document, Principal caller) {
    if (caller.readsByGrant(document.profile().card().uscc())) {
      return document.withoutAdvice();
    }
    Optional<String> department = restricted(caller, document.profile().card().uscc());
    return department.isEmpty() ? document : withheld(document, department.get());
  }

  private ObjectNode withheld(ProfileDocuments.Document document, String department) {
    ObjectNode json = Json.mapper().valueToTree(document);
    var profile = document.profile();
    Set<String> others = indicatorsOfOthers(profile.card(), profile.detail(), department);
    for (JsonNode indicator : json.path("indicators")) {
      if (others.contains(indicator.path("id").asText())) {
        ObjectNode shown = (ObjectNode) indicator;
        JsonNode position = position(json, shown.path("id").asText());
        shown.putNull("value").putNull("points").putNull("from");
        shown.remove("reason");
        shown.remove("causes");
        shown.remove("fromTotal");
        shown.put(WITHHELD, true);
        shown.set("quarter", quarter(position));
      }
    }
    for (JsonNode peer : json.path("peers").path("indicators")) {
      if (others.contains(peer.path("id").asText())
          && peer.path("points") instanceof ObjectNode points) {
        points.putNull("own").putNull("percentile");
      }
    }
    for (String adjustments : new String[] {"deductions", "bonus", "exclusions"}) {
      json.path(adjustments).forEach(one -> withoutOthersFacts((ObjectNode) one, department));
    }
    json.path("weakPoints")
        .forEach(step -> withoutOthersStep((ObjectNode) step, others, department));
    if (json.path("benefits") instanceof ArrayNode benefits) {
      benefits.removeIf(benefit -> !benefit.path("department").asText().equals(department));
    }
    if (json.path("warnings") instanceof ArrayNode warnings) {
      warnings.removeIf(warning -> changesOthers(warning.path("changes"), department));
    }
    return json;
  }

  /** What changed from year to year, without other departments' figures. */
  YearChange of(YearChange change, ScoreRow row, Principal caller) {
    return restricted(caller, row.uscc())
        .map(department -> change.without(indicatorsOfOthers(row.card(), row.detail(), department)))
        .orElse(change);
  }

  private Set<String> indicatorsOfOthers(Card card, Detail detail, String department) {
    var others = new HashSet<String>();
    Optional<Rulebook> rulebook = rules.used(card.rulebook(), detail.rulebookDigest(), card.year());
    detail.indicators().forEach(indicator -> others.add(indicator.id()));
    // Of an indicator that no rulebook describes nobody can say whose figures it uses.
    rulebook.ifPresent(
        book ->
            book.indicators().stream()
                .filter(
                    indicator ->
                        indicator.formula().datasets().stream()
                            .allMatch(dataset -> owns(department, dataset.id())))
                .forEach(indicator -> others.remove(indicator.id())));
    return others;
  }

  private static boolean owns(String department, String dataset) {
    return Catalogue.load().dataset(dataset).filter(d -> d.owner().equals(department)).isPresent();
  }

  /** Whether a field stands in a dataset of another department; what no dataset has does not. */
  private static boolean ofOthers(String field, String department) {
    var holding =
        Catalogue.load().datasets().stream()
            .filter(dataset -> dataset.field(field).isPresent())
            .map(Dataset::owner)
            .toList();
    return !holding.contains(department) && !holding.isEmpty();
  }

  private static boolean changesOthers(JsonNode changes, String department) {
    for (var change : changes.properties()) {
      if (change.getKey().equals(SupposedFigures.ITEMS)) {
        for (var items : change.getValue().properties()) {
          if (!owns(department, items.getKey())) {
            return true;
          }
        }
      } else if (ofOthers(change.getKey(), department)) {
        return true;
      }
    }
    return false;
  }

  private static void withoutOthersFacts(ObjectNode adjustment, String department) {
    boolean others =
        StreamSupport.stream(adjustment.path("from").spliterator(), false)
            .anyMatch(fact -> ofOthers(fact.path("field").asText(), department));
    if (others) {
      adjustment.remove("from");
    }
  }

  private static void withoutOthersStep(ObjectNode step, Set<String> withheld, String department) {
    if (withheld.contains(step.path("indicator").asText())
        || changesOthers(step.path("changes"), department)) {
      step.putNull("step").putNull("changes").putNull("points").putNull("total");
      step.put(WITHHELD, true);
    }
  }

  private static JsonNode position(ObjectNode json, String indicator) {
    for (JsonNode peer : json.path("peers").path("indicators")) {
      if (peer.path("id").asText().equals(indicator)) {
        return peer.path("points").deepCopy();
      }
    }
    return json.path("none");
  }

  /** 1, the lowest, to 4; null where the stage has too few enterprises to say. */
  private static JsonNode quarter(JsonNode position) {
    var factory = Json.mapper().getNodeFactory();
    if (!position.path("own").isNumber()) {
      return factory.nullNode();
    }
    double own = position.path("own").asDouble();
    int quarter = 1;
    for (JsonNode bound : position.path("quartiles")) {
      quarter += own > bound.asDouble() ? 1 : 0;
    }
    return factory.numberNode(quarter);
  }
}
