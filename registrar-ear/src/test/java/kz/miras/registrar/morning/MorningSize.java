package kz.miras.registrar.morning;

/**
 * How large a morning is, unless the properties {@code registrar.morning.students} and {@code
 * registrar.morning.sections} say otherwise.
 *
 * @param students each submits one plan
 * @param sections of which a tenth is wanted by three times as many as there are seats
 */
public record MorningSize(int students, int sections) {

  /** Lines of a plan. */
  static final int LINES = 6;

  /** Requests at a time. */
  static final int CONNECTIONS = 64;

  /** So large, or as it was asked for. */
  public static MorningSize or(int students, int sections) {
    return new MorningSize(
        Integer.getInteger("registrar.morning.students", students),
        Integer.getInteger("registrar.morning.sections", sections));
  }

  Demand demand(long seed) {
    return Demand.of(students, sections, LINES, seed);
  }

  @Override
  public String toString() {
    return String.format(
        "%,d students, %d sections of which %d are wanted by thrice as many as there are seats,"
            + " plans of six lines over REST, %d connections",
        students, sections, sections / 10, CONNECTIONS);
  }
}
