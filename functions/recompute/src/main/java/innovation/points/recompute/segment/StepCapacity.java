package innovation.points.recompute.segment;

import innovation.points.store.run.Manifest.Capacity;
import innovation.points.store.table.MeteredClient;
import java.util.concurrent.atomic.DoubleAdder;

/** Adds up the capacity that one step of a run consumes. Thread-safe. */
final class StepCapacity implements MeteredClient.Meter {

  private final DoubleAdder read = new DoubleAdder();
  private final DoubleAdder written = new DoubleAdder();

  @Override
  public void read(double units) {
    read.add(units);
  }

  @Override
  public void written(double units) {
    written.add(units);
  }

  Capacity sum() {
    return new Capacity(read.sum(), written.sum());
  }
}
