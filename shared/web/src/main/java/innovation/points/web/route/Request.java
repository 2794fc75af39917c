package innovation.points.web.route;

import innovation.points.person.Person;
import innovation.points.web.access.Principal;
import innovation.points.web.http.BodyReader;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.BiConsumer;

/**
 * A request that has found its route and may pass. Not thread-safe, except for {@link #consumed}.
 */
public final class Request {
  private final String path;
  private final Map<String, String> headers;
  private final Map<String, String> pathParameters;
  private final Query query;
  private final byte[] body;
  private final Principal principal;
  private final String id;
  private final BiConsumer<String, String> log;
  private final DoubleAdder capacity = new DoubleAdder();
  private boolean chosen;

  Request(
      String path,
      Map<String, String> headers,
      Map<String, String> pathParameters,
      Query query,
      byte[] body,
      Principal principal,
      String id,
      BiConsumer<String, String> log) {
    this.path = path;
    this.headers = headers;
    this.pathParameters = pathParameters;
    this.query = query;
    this.body = body;
    this.principal = principal;
    this.id = id;
    this.log = log;
  }

  /** The path as asked for, without the query. */
  public String path() {
    return path;
  }

  /** The body as it came. */
  byte[] bytes() {
    return body.clone();
  }

  /** The path and query asked for. */
  String address() {
    String encoded = query.encoded();
    return encoded.isEmpty() ? path : path + "?" + encoded;
  }

  /** The path and query asked for, with one parameter of the query set to another value. */
  public String address(String parameter, String value) {
    return path + "?" + query.with(parameter, value).encoded();
  }

  public Principal principal() {
    return principal;
  }

  /**
   * Who calls, for the record.
   *
   * @throws IllegalStateException on a route that answers without a token
   */
  public Person person() {
    return principal
        .person()
        .orElseThrow(
            () -> new IllegalStateException("expected a route that needs a token, found " + path));
  }

  /** The id that is in the answer's X-Request-Id and in the log. */
  public String id() {
    return id;
  }

  /**
   * Adds the subject of the request to the log.
   *
   * @param name {@code upload}, {@code generation}, {@code rebuild}
   * @param id one that this system made and has found; never what the request merely says
   */
  public void concerns(String name, String id) {
    log.accept(name, id);
  }

  /** A header, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A new reader of the parameters: {@link Parameters#verify} at its end refuses all bad ones. */
  public Parameters parameters() {
    return new Parameters(pathParameters, query);
  }

  /** A parameter of the path, else of the query, as it came. */
  Optional<String> raw(String name) {
    return Optional.ofNullable(pathParameters.get(name)).or(() -> query.single(name));
  }

  /**
   * The JSON body as a record: its fields are required unless {@code @Nullable}, others unknown.
   *
   * @throws ProblemException 415 or 400 with everything that is wrong
   */
  public <T extends Record> T body(Class<T> type) {
    String contentType = header("content-type").orElse("");
    if (!BodyReader.isJson(contentType)) {
      throw new ProblemException(Problem.unsupportedMediaType(contentType));
    }
    return BodyReader.read(body, type);
  }

  /**
   * The form of the answer: what {@code ?format=} says, else what Accept prefers.
   *
   * @param offered the best first
   * @throws ProblemException 406 (Accept) or 400 (format) where none fits
   */
  public Format format(Format... offered) {
    List<Format> formats = List.of(offered);
    chosen = true;
    Optional<String> named = query.single(Parameters.FORMAT);
    if (named.isPresent()) {
      return Format.named(named.get(), formats)
          .orElseThrow(() -> new ProblemException(badFormat(named.get(), formats)));
    }
    String accept = header("accept").orElse("");
    return Format.accepted(accept, formats)
        .orElseThrow(() -> new ProblemException(Problem.notAcceptable(accept, formats)));
  }

  /** Whether JSON is asked for, by Accept, rather than a file or anything. */
  public boolean prefersJson() {
    return Format.accepted(
            header("accept").orElse(""), List.of(Format.CSV, Format.XLSX, Format.JSON))
        .filter(Format.JSON::equals)
        .isPresent();
  }

  /** The form of a file to which the answer leads; the first offered to who asks for JSON. */
  public Format fileFormat(Format... offered) {
    if (prefersJson() && query.single(Parameters.FORMAT).isEmpty()) {
      chosen = true;
      return offered[0];
    }
    return format(offered);
  }

  /** The form of a list that is no file: a part of it as JSON, or the whole as lines. */
  public Format lineFormat() {
    return format(Format.JSON, Format.NDJSON);
  }

  /** The form of a list: a part of it as JSON, or the whole as a file or as lines. */
  public Format listFormat() {
    return format(Format.JSON, Format.CSV, Format.XLSX, Format.NDJSON);
  }

  /**
   * Refuses a format that the endpoint has not looked at: it has one only. Where that is a file's,
   * the address says so, and {@code Accept} may say what it likes.
   *
   * @param mediaType of the answer
   * @throws ProblemException 400 (format) or 406 (Accept)
   */
  void verifyFormat(String mediaType) {
    verifyFormat();
    String accept = header("accept").orElse("");
    if (!chosen
        && mediaType.equals(Format.JSON.mediaType())
        && !Format.isAccepted(accept, mediaType)) {
      throw new ProblemException(Problem.notAcceptable(accept, List.of(Format.JSON)));
    }
  }

  /**
   * Refuses a format other than JSON where the endpoint has not looked at it.
   *
   * @throws ProblemException 400
   */
  void verifyFormat() {
    Optional<String> named = query.single(Parameters.FORMAT);
    if (!chosen && named.isPresent() && !named.get().equals(Format.JSON.extension())) {
      throw new ProblemException(badFormat(named.get(), List.of(Format.JSON)));
    }
  }

  private static Problem badFormat(String found, List<Format> offered) {
    String names = String.join("、", offered.stream().map(Format::extension).toList());
    return Problem.badRequest(
        "query", Parameters.FORMAT, "参数 format 应为 " + names + " 之一，收到：" + Parameters.shown(found));
  }

  /** Whether the caller has this answer already: then {@link Response#notModified} is enough. */
  public boolean has(ETag etag) {
    return header("if-none-match").filter(etag::isListedIn).isPresent();
  }

  /** Adds to the capacity units this request has consumed, for the log. Thread-safe. */
  public void consumed(double units) {
    capacity.add(units);
  }

  double capacity() {
    return capacity.sum();
  }
}
