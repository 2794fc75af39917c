package innovation.points.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Has the engine of the tables read no more for a page than the page can hold. Asked without a
 * limit, it reads everything that is left, and then answers with the first MiB of it, so that the
 * time of a scan grows with the square of the table.
 */
final class ShortPages {

  /** Of most items a MiB holds fewer. */
  private static final int MOST = 1_000;

  private ShortPages() {}

  /** A client whose pages have so many items at most. */
  static DynamoDbClient of(DynamoDbClient tables) {
    return TableRequests.by(
        (method, arguments) -> {
          if (arguments != null && arguments.length == 1) {
            arguments[0] =
                switch (arguments[0]) {
                  case ScanRequest scan when scan.limit() == null ->
                      scan.toBuilder().limit(MOST).build();
                  case QueryRequest query when query.limit() == null ->
                      query.toBuilder().limit(MOST).build();
                  case null, default -> arguments[0];
                };
          }
          return TableRequests.call(tables, method, arguments);
        });
  }
}
