package innovation.points.acceptance.cloud.jar;

import innovation.points.acceptance.cloud.ReachableEngines;
import innovation.points.acceptance.cloud.RemoteEngines;
import innovation.points.acceptance.cloud.emulated.Moto;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import innovation.points.store.table.TableShapes;
import java.io.IOException;
import java.nio.file.Path;

/** The jars on moto, an emulator that is not ours; skipped where Python does not have it. */
class PackagedJarsOnMotoTest extends PackagedJars {

  PackagedJarsOnMotoTest() throws IOException {}

  @Override
  ReachableEngines start(Path log) throws IOException, InterruptedException {
    Moto moto = Moto.start(log, "the packaged jars were not tried on it");
    var engines =
        new RemoteEngines(moto.address(), PackagedFunction.REGION, LocalS3.credentials()) {
          @Override
          public void close() {
            super.close();
            moto.close();
          }
        };
    engines.tables().createTable(TableShapes.facts(LocalDynamoDb.FACTS));
    engines.tables().createTable(TableShapes.scores(LocalDynamoDb.SCORES));
    engines.tables().createTable(TableShapes.uploads(LocalDynamoDb.UPLOADS));
    return engines;
  }
}
