package innovation.points.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A store for S3Proxy that keeps every version of every object across restarts, with the same
 * version id and time. S3Proxy's own stores keep versions in memory only. Versioning is always on,
 * as for the system's bucket; objects are private.
 */
final class VersionedBlobStore implements BlobStore {

  private static final long SMALLEST_PART = 5L * 1024 * 1024;

  private final Path root;
  private final InstantSource clock;
  private final Consumer<BucketChange> listener;
  private final Map<String, Bucket> buckets = new ConcurrentSkipListMap<>();

  /**
   * @param root a folder that exists, on any file system
   * @param listener notified after each change, on the thread that made it
   */
  VersionedBlobStore(Path root, InstantSource clock, Consumer<BucketChange> listener) {
    this.root = root;
    this.clock = clock;
    this.listener = listener;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
      for (Path folder : folders) {
        open(folder.getFileName().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(String name) {
    buckets.put(name, new Bucket(name, root.resolve(name), clock, listener));
  }

  Bucket bucket(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null) {
      throw S3Exceptions.noSuchBucket(name, "");
    }
    return bucket;
  }

  // Buckets

  @Override
  public ListBucketsResponse list() {
    return ListBucketsResponse.builder()
        .buckets(
            buckets.keySet().stream()
                .map(name -> SdkResponses.bucket(name, created(name)))
                .toList())
        .build();
  }

  private Instant created(String name) {
    try {
      return Files.getLastModifiedTime(root.resolve(name)).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    bucket(request.bucket());
    return HeadBucketResponse.builder().build();
  }

  @Override
  public synchronized CreateBucketResponse createContainer(CreateBucketRequest request) {
    if (buckets.containsKey(request.bucket())) {
      throw S3Exceptions.bucketAlreadyOwnedByYou(request.bucket());
    }
    open(request.bucket());
    return CreateBucketResponse.builder().build();
  }

  @Override
  public synchronized void deleteBucket(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null) {
      return;
    }
    if (!bucket.isEmpty() || !listMultipartUploads(name).isEmpty()) {
      throw S3Exceptions.bucketNotEmpty(name);
    }
    buckets.remove(name);
    deleteTree(root.resolve(name));
  }

  private static void deleteTree(Path folder) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (Files.isDirectory(child)) {
          deleteTree(child);
        } else {
          Files.delete(child);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BucketCannedACL getContainerAccess(String container) {
    bucket(container);
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public void setContainerAccess(String container, BucketCannedACL access) {
    bucket(container);
    if (access != BucketCannedACL.PRIVATE) {
      throw S3Exceptions.invalidRequest("this bucket is private");
    }
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    bucket(request.bucket());
    return GetBucketVersioningResponse.builder().status(BucketVersioningStatus.ENABLED).build();
  }

  @Override
  public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
    bucket(request.bucket());
    if (request.versioningConfiguration().status() != BucketVersioningStatus.ENABLED) {
      throw S3Exceptions.invalidRequest("versioning is always on here");
    }
    return PutBucketVersioningResponse.builder().build();
  }

  // Listings

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    return Listings.objects(bucket(request.bucket()), request);
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    return Listings.versions(bucket(request.bucket()), request);
  }

  // Objects

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    Bucket bucket = bucket(request.bucket());
    Payload received = receive(bucket, payload, request.contentLength(), request.contentMD5());
    StoredVersion version =
        put(
            bucket,
            request.key(),
            received,
            ContentHeaders.of(request),
            request.metadata(),
            "ObjectCreated:Put");
    return PutObjectResponse.builder().eTag(version.eTag()).versionId(version.versionId()).build();
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    StoredVersion source =
        find(request.sourceBucket(), request.sourceKey(), request.sourceVersionId());
    Preconditions.check(source, request);
    Bucket bucket = bucket(request.destinationBucket());
    boolean replace = request.metadataDirective() == MetadataDirective.REPLACE;
    Payload received;
    try (InputStream bytes =
        Channels.newInputStream(bucket(request.sourceBucket()).files().open(source))) {
      received = receive(bucket, bytes, source.size(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StoredVersion version =
        put(
            bucket,
            request.destinationKey(),
            received,
            replace ? ContentHeaders.of(request) : source.headers(),
            replace ? request.metadata() : source.metadata(),
            "ObjectCreated:Copy");
    return SdkResponses.copyResponse(
        version.eTag(), version.lastModified(), version.versionId(), source.versionId());
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    StoredVersion version = find(request.bucket(), request.key(), request.versionId());
    return SdkResponses.toHead(ContentHeaders.describe(version).build());
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    StoredVersion version = find(request.bucket(), request.key(), request.versionId());
    Preconditions.check(version, request);
    var range = Range.of(request.range(), version.size());
    try {
      FileChannel channel = bucket(request.bucket()).files().open(version);
      var response = ContentHeaders.describe(version);
      if (range == null) {
        return new ResponseInputStream<>(
            response.build(), AbortableInputStream.create(Channels.newInputStream(channel)));
      }
      response.contentLength(range.length()).contentRange(range.header(version.size()));
      return new ResponseInputStream<>(
          response.build(), AbortableInputStream.create(range.read(channel)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    if (request.ifMatch() != null
        || request.ifMatchSize() != null
        || request.ifMatchLastModifiedTime() != null) {
      throw new UnsupportedOperationException("conditional delete not supported");
    }
    Bucket bucket = bucket(request.bucket());
    if (request.versionId() == null) {
      StoredVersion marker = bucket.mark(request.key());
      return DeleteObjectResponse.builder()
          .deleteMarker(true)
          .versionId(marker.versionId())
          .build();
    }
    StoredVersion removed = bucket.remove(request.key(), request.versionId());
    return DeleteObjectResponse.builder()
        .versionId(request.versionId())
        .deleteMarker((removed != null && removed.deleteMarker()) ? true : null)
        .build();
  }

  private StoredVersion find(String container, String key, @Nullable String versionId) {
    Bucket bucket = bucket(container);
    StoredVersion found = versionId == null ? bucket.newest(key) : bucket.version(key, versionId);
    if (found == null) {
      throw versionId == null
          ? S3Exceptions.noSuchKey(container, key, "")
          : S3Exceptions.noSuchVersion(container, key, versionId, "");
    }
    if (!found.deleteMarker()) {
      return found;
    }
    if (versionId == null) {
      throw S3Exceptions.noSuchKeyDeleteMarker(container, key, found.versionId(), "");
    }
    throw S3Exceptions.fromStatusCode(
        405,
        null,
        Map.of("x-amz-delete-marker", "true", "x-amz-version-id", found.versionId()),
        null);
  }

  private static Payload receive(
      Bucket bucket, InputStream payload, @Nullable Long size, @Nullable String md5) {
    try {
      return Payload.receive(payload, bucket.files().newFile(), size, md5);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoredVersion put(
      Bucket bucket,
      String key,
      Payload payload,
      Map<String, String> headers,
      Map<String, String> metadata,
      String event) {
    return bucket.put(
        key,
        new Bucket.Content(payload.file(), payload.size(), payload.md5(), headers, metadata),
        event);
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name) {
    return getBlobAccess(container, name, null);
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name, @Nullable String versionId) {
    find(container, name, versionId);
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public void setBlobAccess(String container, String name, ObjectCannedACL access) {
    setBlobAccess(container, name, access, null);
  }

  @Override
  public void setBlobAccess(
      String container, String name, ObjectCannedACL access, @Nullable String versionId) {
    find(container, name, versionId);
    if (access != ObjectCannedACL.PRIVATE) {
      throw S3Exceptions.invalidRequest("objects of this bucket are private");
    }
  }

  // Multipart uploads

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    try {
      var start =
          parts(request.bucket())
              .begin(request.key(), clock.millis(), ContentHeaders.of(request), request.metadata());
      return new MultipartUpload(start.id(), request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream payload) {
    try {
      var part =
          parts(upload.containerName())
              .put(
                  upload.id(),
                  request.partNumber(),
                  payload,
                  request.contentLength(),
                  request.contentMD5());
      return SdkResponses.uploadedPart(part.md5());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    try {
      Bucket bucket = bucket(upload.containerName());
      MultipartUploads parts = parts(upload.containerName());
      List<Integer> numbers =
          request.multipartUpload().parts().stream().map(CompletedPart::partNumber).toList();
      var start = parts.start(upload.id());
      Payload joined = parts.join(upload.id(), numbers, bucket.files().newFile());
      StoredVersion version =
          put(
              bucket,
              upload.blobName(),
              joined,
              start.headers(),
              start.metadata(),
              "ObjectCreated:CompleteMultipartUpload");
      parts.end(upload.id());
      return SdkResponses.completeResponse('"' + version.eTag() + '"', version.versionId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    try {
      parts(upload.containerName()).end(upload.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    try {
      return parts(upload.containerName()).parts(upload.id()).stream()
          .map(
              part ->
                  SdkResponses.part(
                      part.number(),
                      part.size(),
                      part.md5(),
                      Instant.ofEpochMilli(part.modifiedMillis())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String container) {
    try {
      return parts(container).list().stream()
          .map(
              start ->
                  SdkResponses.upload(
                      start.key(), start.id(), Instant.ofEpochMilli(start.startedMillis())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return SMALLEST_PART;
  }

  private MultipartUploads parts(String container) throws IOException {
    return new MultipartUploads(root.resolve(bucket(container).name()).resolve("uploads"));
  }
}
