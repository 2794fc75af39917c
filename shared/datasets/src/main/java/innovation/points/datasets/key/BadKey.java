package innovation.points.datasets.key;

import innovation.points.datasets.problem.FileProblem;

/** A key that is none of an upload, and why. */
public record BadKey(FileProblem problem) implements KeyResult {}
