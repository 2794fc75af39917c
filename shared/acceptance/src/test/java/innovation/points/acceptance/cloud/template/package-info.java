/** Tests of the template, read as CloudFormation does. */
@NullMarked
package innovation.points.acceptance.cloud.template;

import org.jspecify.annotations.NullMarked;
