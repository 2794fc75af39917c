package innovation.points.ingest.reconcile;

import innovation.points.ingest.bucket.ObjectEntry.Content;

/**
 * What is to be in force of a key.
 *
 * @param reading of the version: the same bytes mean something else once a person has said what
 *     they are
 */
record Target(Content content, String reading) {}
