package innovation.points.local.s3;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The content headers that an object keeps, converted between requests, files and answers. */
final class ContentHeaders {

  private static final String CACHE_CONTROL = "cache-control";
  private static final String DISPOSITION = "content-disposition";
  private static final String ENCODING = "content-encoding";
  private static final String LANGUAGE = "content-language";
  private static final String TYPE = "content-type";
  private static final String EXPIRES = "expires";
  private static final String DEFAULT_TYPE = "binary/octet-stream";

  private ContentHeaders() {}

  static Map<String, String> of(PutObjectRequest request) {
    return collect(
        request.cacheControl(),
        request.contentDisposition(),
        request.contentEncoding(),
        request.contentLanguage(),
        request.contentType(),
        request.expires());
  }

  static Map<String, String> of(CopyObjectRequest request) {
    return collect(
        request.cacheControl(),
        request.contentDisposition(),
        request.contentEncoding(),
        request.contentLanguage(),
        request.contentType(),
        request.expires());
  }

  static Map<String, String> of(CreateMultipartUploadRequest request) {
    return collect(
        request.cacheControl(),
        request.contentDisposition(),
        request.contentEncoding(),
        request.contentLanguage(),
        request.contentType(),
        request.expires());
  }

  static GetObjectResponse.Builder describe(StoredVersion version) {
    Map<String, String> headers = version.headers();
    return GetObjectResponse.builder()
        .cacheControl(headers.get(CACHE_CONTROL))
        .contentDisposition(headers.get(DISPOSITION))
        .contentEncoding(headers.get(ENCODING))
        .contentLanguage(headers.get(LANGUAGE))
        .contentType(headers.getOrDefault(TYPE, DEFAULT_TYPE))
        .expiresString(headers.get(EXPIRES))
        .contentLength(version.size())
        .eTag('"' + version.eTag() + '"')
        .lastModified(version.lastModified())
        .metadata(version.metadata())
        .versionId(version.versionId());
  }

  private static Map<String, String> collect(
      @Nullable String cacheControl,
      @Nullable String disposition,
      @Nullable String encoding,
      @Nullable String language,
      @Nullable String type,
      @Nullable Instant expires) {
    var headers = new HashMap<String, String>();
    keep(headers, CACHE_CONTROL, cacheControl);
    keep(headers, DISPOSITION, disposition);
    keep(headers, ENCODING, encoding);
    keep(headers, LANGUAGE, language);
    keep(headers, TYPE, type);
    keep(headers, EXPIRES, expires == null ? null : expires.toString());
    return headers;
  }

  private static void keep(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}
