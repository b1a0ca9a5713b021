package kz.miras.registrar.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rates of product and baseline, round by round.
 *
 * @param product units a second
 * @param bare units a second
 * @param productStatements statements an operation, as the database server counts them
 * @param bareStatements the same for the baseline
 * @param remarks what else was told
 * @param sent what one operation sends, in order
 */
record Measured(
    List<Double> product,
    List<Double> bare,
    double productStatements,
    double bareStatements,
    List<String> remarks,
    List<String> sent) {

  static Measured of(List<String> lines) {
    return new Measured(
        numbers(lines, "product", 1),
        numbers(lines, "bare", 1),
        median(numbers(lines, "product", 2)),
        median(numbers(lines, "bare", 2)),
        told(lines, "# "),
        told(lines, "> "));
  }

  private static List<String> told(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }

  private static List<Double> numbers(List<String> lines, String side, int field) {
    return lines.stream()
        .filter(line -> line.startsWith(side + " "))
        .map(line -> Double.valueOf(line.split(" ")[field]))
        .toList();
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Rate of the product over that of the baseline, each round by itself. */
  List<Double> ratios() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < product.size(); i++) {
      ratios.add(product.get(i) / bare.get(i));
    }
    return ratios;
  }

  String table(String unit, String baseline) {
    return row("product, " + unit, product, productStatements)
        + row(baseline, bare, bareStatements)
        + String.format(
            Locale.ROOT,
            "  %-44s %s   median %.2f%n",
            "ratio",
            joined(ratios(), "%10.2f"),
            median(ratios()));
  }

  private static String row(String name, List<Double> rates, double statements) {
    return String.format(
        Locale.ROOT,
        "  %-44s %s   median %.1f   statements/operation %.1f%n",
        name,
        joined(rates, "%10.1f"),
        median(rates),
        statements);
  }

  private static String joined(List<Double> values, String format) {
    return Arrays.stream(values.toArray(Double[]::new))
        .map(value -> String.format(Locale.ROOT, format, value))
        .collect(Collectors.joining(" "));
  }
}
