package innovation.points.store.uploads;

import java.util.Optional;

/**
 * Which uploads to list; empty: any.
 *
 * @param owner a source ({@code enterprise}: of all enterprises), or {@code enterprise/{uscc}}: see
 *     {@link UploadPath}
 */
public record UploadFilter(
    Optional<String> owner,
    Optional<Integer> year,
    Optional<String> dataset,
    Optional<UploadStatus> status) {

  public static final UploadFilter ALL =
      new UploadFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public UploadFilter ofOwner(String name) {
    return new UploadFilter(Optional.of(name), year, dataset, status);
  }

  public UploadFilter ofYear(int number) {
    return new UploadFilter(owner, Optional.of(number), dataset, status);
  }

  public UploadFilter ofDataset(String id) {
    return new UploadFilter(owner, year, Optional.of(id), status);
  }

  public UploadFilter ofStatus(UploadStatus wanted) {
    return new UploadFilter(owner, year, dataset, Optional.of(wanted));
  }
}
