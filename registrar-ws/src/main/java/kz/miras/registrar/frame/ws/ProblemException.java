package kz.miras.registrar.frame.ws;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

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

  /**
   * The value a parameter names.
   *
   * @return null where the parameter is missing
   */
  public static <E extends Enum<E>> E named(E[] values, String parameter, String asked) {
    if (asked == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> value.name().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                parameter(
                    parameter,
                    Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "))));
  }

  Problem problem() {
    return problem;
  }
}
