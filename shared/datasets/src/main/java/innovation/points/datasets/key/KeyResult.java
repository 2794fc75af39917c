package innovation.points.datasets.key;

/** The result of reading a key of the bucket: an {@link UploadKey} or a {@link BadKey}. */
public sealed interface KeyResult permits UploadKey, BadKey {}
