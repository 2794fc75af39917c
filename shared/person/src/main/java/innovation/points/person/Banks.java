package innovation.points.person;

import java.util.Optional;

/** The banks that the zone admits now. */
public interface Banks {

  /** A zone without banks. */
  Banks NONE =
      new Banks() {
        @Override
        public Optional<Bank> ofClient(String clientId) {
          return Optional.empty();
        }

        @Override
        public Optional<Bank> named(String id) {
          return Optional.empty();
        }
      };

  /**
   * The bank whose program a client is.
   *
   * @param clientId as the issuer has registered it
   */
  Optional<Bank> ofClient(String clientId);

  /**
   * The bank whose people the issuer says somebody is of; without a name of its own where the zone
   * has not listed it, and none where its time has run out.
   */
  Optional<Bank> named(String id);
}
