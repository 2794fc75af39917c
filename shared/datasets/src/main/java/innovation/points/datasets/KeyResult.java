package innovation.points.datasets;

/**
 * What a key of the bucket turned out to be: an {@link UploadKey}, or the {@link Problem} with it.
 */
public sealed interface KeyResult permits UploadKey, Problem {}
