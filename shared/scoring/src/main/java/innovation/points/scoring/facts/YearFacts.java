package innovation.points.scoring.facts;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one enterprise for one year from the per-enterprise datasets, after the precedence
 * of sources (四(一)) has been applied: values by slot, each with the row of the file it was read
 * from. Immutable.
 */
public final class YearFacts {

  static final YearFacts NONE = new YearFacts(Map.of(), Set.of());

  private final Slots slots;
  private final @Nullable Source[] sources;
  private final Set<String> listed;

  /**
   * With values and sources by slot.
   *
   * @param sources not to be changed
   */
  public YearFacts(Slots slots, @Nullable Source[] sources, Set<String> listed) {
    this.slots = slots;
    this.sources = sources;
    this.listed = Set.copyOf(listed);
  }

  /**
   * With facts by field name; a blank or absent cell has no entry.
   *
   * @param listed the datasets in which the owning department has a row for the enterprise; holds
   *     {@code enterprises} where it is on the year's roster
   */
  public YearFacts(Map<String, Fact> facts, Set<String> listed) {
    Map<String, Value> values = new TreeMap<>();
    facts.forEach((field, fact) -> values.put(field, fact.value()));
    this.slots = Slots.of(values);
    @Nullable Source[] from = new Source[values.size()];
    facts.forEach((field, fact) -> from[slots.layout().slot(field)] = fact.source());
    this.sources = from;
    this.listed = Set.copyOf(listed);
  }

  public Layout layout() {
    return slots.layout();
  }

  /** The values; a missing one is not there. */
  public Slots slots() {
    return slots;
  }

  /** Where the value in a slot was read; null where it is missing. */
  public @Nullable Source source(int slot) {
    return sources[slot];
  }

  public Set<String> listed() {
    return listed;
  }

  /** The fact of a field; null where there is none. */
  public @Nullable Fact fact(String field) {
    int slot = layout().slot(field);
    return slot < 0 ? null : fact(slot);
  }

  private @Nullable Fact fact(int slot) {
    Value value = slots.value(slot);
    Source source = source(slot);
    return value == null || source == null ? null : new Fact(value, source);
  }

  /** All facts by field name; made anew at each call. */
  public Map<String, Fact> facts() {
    Map<String, Fact> facts = new TreeMap<>();
    for (int slot = 0; slot < layout().size(); slot++) {
      Fact fact = fact(slot);
      if (fact != null) {
        facts.put(layout().field(slot), fact);
      }
    }
    return Collections.unmodifiableMap(facts);
  }

  /** The same without what nobody but the enterprise has said. */
  YearFacts verified() {
    Slots.Builder known = new Slots.Builder(slots);
    @Nullable Source[] from = sources.clone();
    for (int slot = 0; slot < from.length; slot++) {
      Source source = from[slot];
      if (source != null && source.unverified()) {
        known.clear(slot);
        from[slot] = null;
      }
    }
    return new YearFacts(known.build(), from, listed);
  }

  /** The same with other values, each from the same source; an empty value is a missing one. */
  public YearFacts with(Map<String, Optional<Value>> changes, Source source) {
    Layout layout = layout();
    if (!changes.keySet().stream().allMatch(field -> layout.slot(field) >= 0)) {
      Map<String, Fact> facts = new TreeMap<>(facts());
      changes.forEach(
          (field, value) ->
              value.ifPresentOrElse(
                  one -> facts.put(field, new Fact(one, source)), () -> facts.remove(field)));
      return new YearFacts(facts, listed);
    }
    Slots.Builder changed = new Slots.Builder(slots);
    @Nullable Source[] from = sources.clone();
    changes.forEach(
        (field, value) -> {
          int slot = layout.slot(field);
          changed.clear(slot);
          value.ifPresent(one -> changed.put(field, one));
          from[slot] = value.isPresent() ? source : null;
        });
    return new YearFacts(changed.build(), from, listed);
  }

  /** Fills a year; the first value of a field stays. Not thread-safe, and used once. */
  public static final class Builder {
    private final Layout layout;
    private final Slots.Builder slots;
    private final @Nullable Source[] sources;

    public Builder(Layout layout) {
      this.layout = layout;
      this.slots = new Slots.Builder(layout);
      this.sources = new Source[layout.size()];
    }

    /** Whether there is a value of a field of the layout. */
    public boolean has(String field) {
      int slot = layout.slot(field);
      return slot >= 0 && sources[slot] != null;
    }

    /** Puts a value in place of what may be there. */
    public void put(String field, Value value, Source source) {
      slots.put(field, value);
      sources[layout.slot(field)] = source;
    }

    public YearFacts build(Set<String> listed) {
      return new YearFacts(slots.build(), sources, listed);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof YearFacts year
        && listed.equals(year.listed)
        && facts().equals(year.facts());
  }

  @Override
  public int hashCode() {
    return facts().hashCode();
  }

  @Override
  public String toString() {
    return "YearFacts[" + facts() + ", listed=" + listed + "]";
  }
}
