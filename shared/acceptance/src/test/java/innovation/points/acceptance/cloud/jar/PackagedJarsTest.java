package innovation.points.acceptance.cloud.jar;

import innovation.points.acceptance.cloud.EmbeddedEngines;
import innovation.points.acceptance.cloud.ReachableEngines;
import java.io.IOException;
import java.nio.file.Path;

/** The jars on the engines of the local stack. */
class PackagedJarsTest extends PackagedJars {

  PackagedJarsTest() throws IOException {}

  @Override
  ReachableEngines start(Path log) {
    return new EmbeddedEngines(0);
  }
}
