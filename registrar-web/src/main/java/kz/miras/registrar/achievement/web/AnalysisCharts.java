package kz.miras.registrar.achievement.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.miras.registrar.achievement.service.analysis.AnalysisView;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.service.Json;

/**
 * Pictures of an analysis, as the chart component reads them. Each shows figures of a table beside
 * it; colours are told apart by their lightness too and stand on light and dark ground.
 */
final class AnalysisCharts {

  /** Parts a picture can show before its words run into each other. */
  static final int MOST_PARTS = 14;

  private static final int LONGEST = 26;
  private static final String TEXT = "#7b8794";
  private static final String GRID = "rgba(128,140,152,0.25)";
  private static final List<String> COLOURS =
      List.of("#2f78bd", "#8fc1ea", "#5b6875", "#a7b1bc", "#2f8f57", "#8fd0a8");

  private AnalysisCharts() {}

  /** Absolute and quality rate of the parts, the largest first where not all find room. */
  static String parts(AnalysisView view, Function<Part, String> name, Words words) {
    TermColumn now = view.now();
    List<Part> shown =
        view.parts().stream()
            .filter(part -> part.in(now).results().base() > 0)
            .sorted(Comparator.comparing((Part part) -> part.in(now).results().base()).reversed())
            .limit(MOST_PARTS)
            .toList();
    List<Object> sets = new ArrayList<>();
    sets.add(
        set(
            words.get("achievement.analysis.absolute"),
            shown.stream().map(part -> part.in(now).results().absoluteRate()).toList(),
            0));
    sets.add(
        set(
            words.get("achievement.analysis.quality"),
            shown.stream().map(part -> part.in(now).results().qualityRate()).toList(),
            1));
    return chart("bar", shown.stream().map(name).map(AnalysisCharts::cut).toList(), sets, 100, "y");
  }

  /** Share of each letter among the letters of a term, a set of bars a term. */
  static String grades(AnalysisView view) {
    List<Letter> letters =
        Arrays.stream(Letter.values())
            .filter(
                letter ->
                    view.terms().stream()
                        .anyMatch(term -> view.total(term).results().of(letter) > 0))
            .toList();
    List<Object> sets = new ArrayList<>();
    int colour = 0;
    for (TermColumn term : view.terms()) {
      GradeCount results = view.total(term).results();
      int all = Arrays.stream(Letter.values()).mapToInt(results::of).sum();
      sets.add(
          set(
              term.code(),
              letters.stream().map(letter -> share(results.of(letter), all)).toList(),
              colour++));
    }
    return chart("bar", letters.stream().map(Letter::sign).toList(), sets, null, "x");
  }

  /** Both rates over the years, the earliest first. */
  static String years(AnalysisView view, Words words) {
    List<TermColumn> terms =
        new ArrayList<>(view.terms().stream().filter(TermColumn::isWhole).toList());
    Collections.reverse(terms);
    List<Object> sets = new ArrayList<>();
    sets.add(
        set(
            words.get("achievement.analysis.absolute"),
            terms.stream().map(term -> view.total(term).results().absoluteRate()).toList(),
            0));
    sets.add(
        set(
            words.get("achievement.analysis.quality"),
            terms.stream().map(term -> view.total(term).results().qualityRate()).toList(),
            1));
    return chart("line", terms.stream().map(TermColumn::code).toList(), sets, 100, "x");
  }

  private static Optional<BigDecimal> share(int part, int all) {
    return all == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
  }

  private static Map<String, Object> set(
      String label, List<Optional<BigDecimal>> values, int colour) {
    String shade = COLOURS.get(colour % COLOURS.size());
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("label", label);
    set.put("data", values.stream().map(value -> value.orElse(null)).toList());
    set.put("backgroundColor", shade);
    set.put("borderColor", shade);
    return set;
  }

  private static String chart(
      String type, List<String> labels, List<Object> sets, Integer most, String index) {
    Map<String, Object> words = Map.of("color", TEXT);
    Map<String, Object> scale = Map.of("ticks", words, "grid", Map.of("color", GRID));
    Map<String, Object> values = new LinkedHashMap<>(scale);
    values.put("min", 0);
    if (most != null) {
      values.put("max", most);
    }
    boolean lying = index.equals("y");
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("responsive", true);
    options.put("maintainAspectRatio", false);
    options.put("animation", false);
    options.put("indexAxis", index);
    options.put("plugins", Map.of("legend", Map.of("labels", words)));
    options.put("scales", Map.of("x", lying ? values : scale, "y", lying ? scale : values));
    return Json.write(
        Map.of(
            "type", type, "data", Map.of("labels", labels, "datasets", sets), "options", options));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }
}
