package innovation.points.ingest.inspect;

import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Said;
import innovation.points.datasets.reading.header.Said.SaidColumn;
import innovation.points.store.uploads.Confirmation;
import innovation.points.store.uploads.Mapping;
import innovation.points.store.uploads.Verification;
import innovation.points.web.time.OfficialTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/**
 * What people said of files, from the bucket: of a file itself (confirmations), and of the columns
 * of earlier files of its source (mappings); and what they found of self-reports (verifications).
 */
public final class Sayings {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(OfficialTime.ZONE);

  private final S3Client s3;
  private final String bucket;

  public Sayings(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The newest version of the confirmation of each upload of a key. */
  public Map<String, String> confirmations(String key) {
    String folder = Confirmation.folder(key);
    // People confirm a file once or twice: one page has them all.
    ListObjectVersionsResponse page =
        s3.listObjectVersions(list -> list.bucket(bucket).prefix(folder));
    var newest = new HashMap<String, String>();
    page.versions().stream()
        .filter(version -> Boolean.TRUE.equals(version.isLatest()))
        .forEach(version -> newest.put(Confirmation.upload(version.key()), version.versionId()));
    return newest;
  }

  /** A version of the confirmation of an upload. */
  Confirmation confirmation(String key, String uploadId, String version) {
    String object = Confirmation.object(key, uploadId);
    return Confirmation.of(
        s3.getObjectAsBytes(get -> get.bucket(bucket).key(object).versionId(version))
            .asUtf8String());
  }

  /** What persons found of a self-report; of other files nothing is looked for. */
  public Verifications verifications(String key) {
    if (!(UploadKey.parse(key) instanceof UploadKey known) || known.enterprise().isEmpty()) {
      return Verifications.NONE;
    }
    String folder = Verification.folder(key);
    var objects = new ArrayList<String>();
    var all = new ArrayList<Verification>();
    for (var version :
        s3.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(folder)).versions()) {
      if (Boolean.TRUE.equals(version.isLatest())) {
        objects.add(version.key());
        all.add(
            Verification.of(
                s3.getObjectAsBytes(
                        get -> get.bucket(bucket).key(version.key()).versionId(version.versionId()))
                    .asUtf8String()));
      }
    }
    return new Verifications(objects, all);
  }

  /** What is heeded when a file is read. */
  Said of(UploadKey key, Optional<Confirmation> confirmation) {
    var columns = new HashMap<String, SaidColumn>();
    mapping(key)
        .columns()
        .forEach(
            (header, column) ->
                columns.put(
                    header,
                    new SaidColumn(
                        column.field(),
                        "%s（%s）".formatted(column.by(), TIME.format(column.at())))));
    confirmation.ifPresent(
        said ->
            said.columns()
                .forEach((header, field) -> columns.put(header, new SaidColumn(field, ""))));
    return new Said(
        confirmation.isPresent(),
        confirmation.flatMap(Confirmation::unit),
        confirmation.flatMap(Confirmation::table),
        columns);
  }

  private Mapping mapping(UploadKey key) {
    if (key.ofOne().isPresent()) {
      return Mapping.NONE;
    }
    return Mapping.read(s3, bucket, key.source(), key.dataset());
  }
}
