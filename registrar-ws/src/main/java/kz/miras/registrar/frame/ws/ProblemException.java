package kz.miras.registrar.frame.ws;

import java.util.Objects;

/** A request this border refuses. */
public class ProblemException extends RuntimeException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.kind());
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** A request with a parameter that makes no sense. */
  public static ProblemException parameter(String name, String allowed) {
    return new ProblemException(Problem.of(400, "parameter", name, allowed));
  }

  Problem problem() {
    return problem;
  }
}
