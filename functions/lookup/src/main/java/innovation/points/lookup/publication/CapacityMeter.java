package innovation.points.lookup.publication;

import innovation.points.store.table.MeteredClient;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.function.Supplier;

/** Attributes the capacity that a call consumes to its request. Thread-safe. */
public final class CapacityMeter implements MeteredClient.Meter {
  private final ScopedValue<Request> current = ScopedValue.newInstance();

  public Response during(Request request, Supplier<Response> work) {
    return ScopedValue.where(current, request).call(work::get);
  }

  @Override
  public void read(double units) {
    if (current.isBound()) {
      current.get().consumed(units);
    }
  }

  @Override
  public void written(double units) {
    throw new IllegalStateException("expected reads only, found a write of " + units + " units");
  }
}
