package innovation.points.datasets.key;

import innovation.points.datasets.problem.FileProblem;

/** A key that is not an upload key, with the reason. */
public record BadKey(FileProblem problem) implements KeyResult {}
