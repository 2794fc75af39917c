package innovation.points.acceptance.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks tests that only read a shared stack on which the golden zone's years 2024 and 2025 are
 * published: one class at a time, because some count what is read. Tests that write start their own
 * {@link GoldenStack}.
 */
@ExtendWith(WithGoldenYears.class)
@ResourceLock("golden years")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface GoldenYearsTest {}
