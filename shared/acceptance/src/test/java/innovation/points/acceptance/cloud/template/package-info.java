/** The template, read as CloudFormation would. */
@NullMarked
package innovation.points.acceptance.cloud.template;

import org.jspecify.annotations.NullMarked;
