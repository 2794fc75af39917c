package innovation.points.web.route;

import innovation.points.spreadsheet.ListTable;
import innovation.points.web.http.Body;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Page;
import innovation.points.web.http.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer; immutable. */
public final class Response {
  private final int status;
  private final Map<String, String> headers;
  private final Body body;
  private final @Nullable ETag etag;
  private final @Nullable String filename;

  private Response(
      int status,
      Map<String, String> headers,
      Body body,
      @Nullable ETag etag,
      @Nullable String filename) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.etag = etag;
    this.filename = filename;
  }

  static Response of(int status, Body body) {
    Map<String, String> headers =
        body.mediaType().isEmpty() ? Map.of() : Map.of("Content-Type", body.mediaType());
    return new Response(status, headers, body, null, null);
  }

  /**
   * The answer of a problem.
   *
   * @param english whether its title is to be in English
   */
  static Response of(Problem problem, boolean english) {
    Response response =
        of(problem.status(), Body.json(problem.document(english)))
            .with("Content-Type", Problem.MEDIA_TYPE)
            .with("Cache-Control", "no-store");
    for (var header : problem.headers().entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  /** 200 with a record (or list, or map) as JSON. */
  public static Response ok(Object value) {
    return of(200, Body.json(value));
  }

  /** 200 with JSON that has been written before; copied out as it is. */
  public static Response json(String document) {
    return of(200, Body.text(Format.JSON.mediaType(), document));
  }

  /** 200 with JSON documents, each on a line of its own. */
  public static Response lines(Iterable<?> values) {
    return of(200, Body.lines(values));
  }

  /**
   * 200 with a list in the form that was asked for.
   *
   * @param format JSON or lines
   * @param items of which each is a line
   * @param next what asks for the part after this; null for the last
   * @param whole the list as JSON, with what is said of it
   */
  public static Response list(
      Request request, Format format, Iterable<?> items, @Nullable String next, Object whole) {
    return format == Format.NDJSON ? lines(items).followedBy(request, next) : ok(whole);
  }

  /** The same where nothing else is said of the list. */
  public static <T> Response list(
      Request request, Format format, List<T> items, @Nullable String next) {
    return list(request, format, new Page<>(items, next));
  }

  /** The same of a part of a list. */
  public static Response list(Request request, Format format, Page<?> page) {
    return list(request, format, page.items(), page.nextCursor(), page);
  }

  /** 201 with the address of what was made. */
  public static Response created(String location, Object value) {
    return of(201, Body.json(value)).with("Location", location);
  }

  /** 202 with the address where the outcome will be. */
  public static Response accepted(String location, Object value) {
    return of(202, Body.json(value)).with("Location", location);
  }

  /** 303: what was asked for is there, for this moment. */
  public static Response seeOther(String address) {
    return of(303, Body.EMPTY).with("Location", address);
  }

  /** 307: it is there for now; ask again the same way. */
  static Response temporaryRedirect(String address) {
    return of(307, Body.EMPTY).with("Location", address);
  }

  static Response noContent() {
    return of(204, Body.EMPTY);
  }

  /** 304, for a caller that has the answer already: see {@link Request#has}. */
  public static Response notModified(ETag etag, Caching caching) {
    return of(304, Body.EMPTY).with(caching).with(etag);
  }

  /** 200 with UTF-8 text of a media type that says its charset where it needs to. */
  public static Response text(String mediaType, String text) {
    return of(200, Body.text(mediaType, text));
  }

  /**
   * The same with the address of the part that follows in a Link header (RFC 8288), for forms that
   * have no place for it.
   *
   * @param cursor of that part, null at the end
   */
  public Response followedBy(Request request, @Nullable String cursor) {
    return cursor == null
        ? this
        : with("Link", "<" + request.address("cursor", cursor) + ">; rel=\"next\"");
  }

  /** 200 with bytes. */
  public static Response bytes(String mediaType, byte[] bytes) {
    return of(200, Body.binary(mediaType, bytes));
  }

  /**
   * 200 with a table to be saved as a file.
   *
   * @param format CSV or XLSX
   * @param name the file's name without extension, Chinese as people read it
   */
  public static Response file(ListTable table, Format format, String name) {
    var bytes = new ByteArrayOutputStream();
    Body body =
        switch (format) {
          case CSV -> {
            table.csv(bytes);
            yield Body.text(format.contentType(), bytes.toString(StandardCharsets.UTF_8));
          }
          case XLSX -> {
            table.xlsx(bytes, name);
            yield Body.binary(format.contentType(), bytes.toByteArray());
          }
          case JSON, NDJSON -> throw new IllegalArgumentException("a file is CSV or XLSX");
        };
    return of(200, body).download(name + "." + format.extension());
  }

  /**
   * The same answer, to be saved under a name (RFC 6266, Chinese by RFC 8187). The ASCII name
   * beside it is made of the address asked for.
   */
  public Response download(String name) {
    return new Response(status, headers, body, etag, name);
  }

  /** The same answer with another status. */
  public Response withStatus(int newStatus) {
    return new Response(newStatus, headers, body, etag, filename);
  }

  public Response with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body, etag, filename);
  }

  public Response with(Caching caching) {
    return with("Cache-Control", caching.cacheControl());
  }

  public Response with(ETag tag) {
    return new Response(status, headers, body, tag, filename);
  }

  /** The same text with a tag made of it. */
  public Response withContentTag(String variant) {
    String text = new String(body.bytes(), StandardCharsets.UTF_8);
    return with(ETag.ofContent(text, variant));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  Body body() {
    return body;
  }

  Optional<ETag> etag() {
    return Optional.ofNullable(etag);
  }

  /** The name to save it under; empty where it is not to be saved. */
  Optional<String> filename() {
    return Optional.ofNullable(filename);
  }
}
