package innovation.points.acceptance.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests of the shared {@link Portal}. They run one at a time, because one thread drives the
 * browser, but in parallel with all other tests.
 */
@ExtendWith(WithPortal.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("portal")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PortalTest {}
