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
 * A class of tests of the one {@link Portal}. One of them at a time, for a browser is driven by one
 * thread at a time; beside the tests of everything else, which would wait while the browser draws.
 */
@ExtendWith(WithPortal.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("portal")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface PortalTest {}
