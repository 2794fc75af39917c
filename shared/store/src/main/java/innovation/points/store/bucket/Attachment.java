package innovation.points.store.bucket;

/**
 * A file that a person has sent along as evidence. Nothing of it is read or scored.
 *
 * @param sha256 of the file, in hex; nothing else can be put in its place
 */
public record Attachment(String filename, long bytes, String sha256) {

  /** Where it is in the bucket. */
  public String key(String folder) {
    return folder + "/" + filename;
  }
}
