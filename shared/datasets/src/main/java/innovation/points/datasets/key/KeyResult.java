package innovation.points.datasets.key;

/** What a key of the bucket turned out to be: an {@link UploadKey}, or a {@link BadKey}. */
public sealed interface KeyResult permits UploadKey, BadKey {}
