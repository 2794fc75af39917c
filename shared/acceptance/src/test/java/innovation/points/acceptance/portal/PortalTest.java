package innovation.points.acceptance.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests of what is done in the pages, which share a {@link Portal}. They run one at a time,
 * because one thread drives the browser, but in parallel with all other tests, and before them:
 * their chain is the longest.
 */
@ExtendWith(WithPortal.class)
@ResourceLock("portal")
@Order(1)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PortalTest {}
