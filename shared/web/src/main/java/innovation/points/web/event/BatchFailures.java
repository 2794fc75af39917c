package innovation.points.web.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The answer to a batch of a queue or a stream, in the form that reports single failures. */
public final class BatchFailures {

  private static final JsonFactory JSON = new JsonFactory();

  private BatchFailures() {}

  /**
   * Writes the answer.
   *
   * @param identifiers of the messages or records to be delivered again
   */
  public static void write(OutputStream output, List<String> identifiers) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(output)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (String identifier : identifiers) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", identifier);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
