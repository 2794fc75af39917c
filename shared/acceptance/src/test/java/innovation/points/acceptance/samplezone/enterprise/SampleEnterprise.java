package innovation.points.acceptance.samplezone.enterprise;

import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One enterprise of the sample zone, with all its data for the files. */
public final class SampleEnterprise {
  /** The rule it shows; empty for ordinary enterprises. */
  public final String role;

  public final String uscc;
  public final SampleStage stage;
  public String name;
  public LocalDate registeredOn;
  public String industry;
  public String cluster;
  public String park = "主园区";
  public String grid = "";

  private final SortedMap<Integer, Year> years = new TreeMap<>();
  private final List<Item> items = new ArrayList<>();
  private int lastItem;

  public SampleEnterprise(
      String role,
      int serial,
      SampleStage stage,
      String name,
      LocalDate registeredOn,
      String industry,
      String cluster) {
    this.role = role;
    this.uscc = SampleUscc.of(serial);
    this.stage = stage;
    this.name = name;
    this.registeredOn = registeredOn;
    this.industry = industry;
    this.cluster = cluster;
  }

  /** The values of the per-enterprise datasets of one year, by dataset and field. */
  public static final class Year {
    public boolean onRoster = true;
    private final Map<String, Map<String, Value>> rows = new TreeMap<>();

    public Year set(String field, double amount) {
      return set(field, Value.of(amount));
    }

    public Year set(String field, Value value) {
      row(FormColumn.datasetOf(field)).put(field, value);
      return this;
    }

    /** Leaves the cells empty; the row stays. */
    public Year blank(String... fields) {
      for (String field : fields) {
        row(FormColumn.datasetOf(field)).remove(field);
      }
      return this;
    }

    /** Removes the row from the department's file. */
    public Year absent(String... datasets) {
      for (String dataset : datasets) {
        rows.remove(dataset);
      }
      return this;
    }

    /** The generated figure; 0 where there is none. */
    public double get(String field) {
      return rows.getOrDefault(FormColumn.datasetOf(field), Map.of()).get(field)
              instanceof Value.Amount(double amount)
          ? amount
          : 0;
    }

    public Map<String, Map<String, Value>> rows() {
      return rows;
    }

    private Map<String, Value> row(String dataset) {
      return rows.computeIfAbsent(dataset, _ -> new LinkedHashMap<>());
    }
  }

  /** One line of a line-item dataset, in the file of a year. */
  public record Item(String dataset, int fileYear, Map<String, Value> values) {
    public boolean is(String field, String text) {
      return Value.of(text).equals(values.get(field));
    }
  }

  public Year year(int year) {
    return years.computeIfAbsent(year, _ -> new Year());
  }

  public SortedMap<Integer, Year> years() {
    return years;
  }

  public List<Item> items() {
    return items;
  }

  void add(String dataset, int fileYear, Map<String, Value> values) {
    items.add(new Item(dataset, fileYear, values));
  }

  public void remove(Predicate<Item> which) {
    items.removeIf(which);
  }

  /** A number for a contract, record or certificate, unique in the zone. */
  String number(String prefix, int year) {
    lastItem++;
    return "%s%d-%s-%02d".formatted(prefix, year, uscc.substring(8, 16), lastItem);
  }

  /** Adds it to the roster in {@code year}: earlier files do not list it. */
  public void joins(int year) {
    years.keySet().removeIf(known -> known < year);
    var known = List.copyOf(items);
    items.clear();
    for (Item item : known) {
      if (!item.dataset.equals("technology-contracts") || item.fileYear >= year) {
        add(item.dataset, Math.max(item.fileYear, year), item.values);
      }
    }
  }

  /** Removes it from the roster after {@code year}. */
  public void leavesAfter(int year) {
    years.keySet().removeIf(known -> known > year);
    items.removeIf(item -> item.fileYear > year);
  }

  /** Copies all figures and items of another enterprise, so that the two tie. */
  public void copyFiguresOf(SampleEnterprise other) {
    registeredOn = other.registeredOn;
    years.clear();
    other.years.forEach(
        (year, from) -> {
          year(year).onRoster = from.onRoster;
          from.rows.forEach((dataset, row) -> row.forEach(year(year)::set));
        });
    items.clear();
    other.items.forEach(item -> items.add(renumbered(item, other)));
  }

  /** The numbers of contracts and certificates carry part of the owner's code. */
  private Item renumbered(Item item, SampleEnterprise other) {
    var values = new LinkedHashMap<>(item.values);
    values.replaceAll(
        (_, value) ->
            value instanceof Value.Text(String text)
                ? Value.of(text.replace(other.uscc.substring(8, 16), uscc.substring(8, 16)))
                : value);
    return new Item(item.dataset, item.fileYear, values);
  }
}
