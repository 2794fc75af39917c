package innovation.points.acceptance.cost;

/** The quantities that the cloud charges for, named as in the price file. */
enum MeteredQuantity {
  DYNAMODB_READ_UNITS("dynamodb.read-unit"),
  DYNAMODB_WRITE_UNITS("dynamodb.write-unit"),
  S3_WRITES("s3.put-or-list"),
  S3_READS("s3.get"),
  S3_BYTES("s3.stored-byte-month"),
  QUEUE_MESSAGES("sqs.message"),
  INVOCATIONS("lambda.invocation"),
  GIGABYTE_SECONDS("lambda.gb-second"),
  LOG_BYTES("logs.byte"),
  API_REQUESTS("api.request");

  private final String price;

  MeteredQuantity(String price) {
    this.price = price;
  }

  /** Its key in a price file. */
  String price() {
    return price;
  }
}
