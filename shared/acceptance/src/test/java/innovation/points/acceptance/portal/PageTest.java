package innovation.points.acceptance.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests that go through the pages as they are, one after the other. They have a {@link
 * Portal} of their own, beside that of {@link PortalTest}: two chains take half as long as one.
 */
@ExtendWith(WithPortal.class)
@ResourceLock("pages")
@Order(1)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PageTest {}
