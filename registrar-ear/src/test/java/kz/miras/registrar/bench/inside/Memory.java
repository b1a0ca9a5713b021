package kz.miras.registrar.bench.inside;

/** Memory of the server in use while something large goes on. */
final class Memory {

  /** What it may differ by and still be flat: of the first quarter, and in any case. */
  private static final double FLAT = 1.15;

  private static final long FLAT_MIB = 48;

  private Memory() {}

  /** MiB in use once what nobody holds is gone. */
  static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /**
   * Ends the run where memory grows.
   *
   * @param first MiB after the first quarter
   * @param last MiB at the end
   */
  static void expectFlat(String what, long first, long last) {
    if (last > Math.max(first * FLAT, first + FLAT_MIB)) {
      throw new IllegalStateException(
          "memory grows with the " + what + ": " + first + " MiB, then " + last);
    }
  }
}
