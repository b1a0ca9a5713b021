package kz.miras.registrar.achievement.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;

/** What an analysis shows, written into its address. */
final class AnalysisAddress {

  /** Name of the parameter that tells which parts an analysis is narrowed to. */
  static final String WITHIN = "in";

  private AnalysisAddress() {}

  /** Parts as one parameter: {@code school:SIT,group:IS-21}, keys encoded. */
  static String within(Map<AnalysisCut, String> only) {
    StringJoiner parts = new StringJoiner(",");
    for (AnalysisCut cut : AnalysisCut.values()) {
      if (only.containsKey(cut)) {
        parts.add(cut.parameter() + ":" + URLEncoder.encode(only.get(cut), StandardCharsets.UTF_8));
      }
    }
    return parts.toString();
  }

  /** The parts of such a parameter; what is none is left out. */
  static Map<AnalysisCut, String> parts(String within) {
    Map<AnalysisCut, String> only = new EnumMap<>(AnalysisCut.class);
    for (String part : within == null ? new String[0] : within.split(",")) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        AnalysisCut.of(part.substring(0, colon))
            .ifPresent(cut -> only.put(cut, decoded(part.substring(colon + 1))));
      }
    }
    return only;
  }

  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a mangled address names no part there is
      return key;
    }
  }

  /**
   * The address of a page that shows what is asked.
   *
   * @param outcome null where the page shows all
   */
  static String of(String page, Asked asked, AnalysisOutcome outcome) {
    StringJoiner address = new StringJoiner("&", page + "?", "");
    add(address, "term", asked.term());
    add(address, "by", asked.by().parameter());
    add(address, "years", String.valueOf(asked.years()));
    if (!asked.only().isEmpty()) {
      add(address, WITHIN, within(asked.only()));
    }
    if (outcome != null) {
      add(address, "outcome", outcome.name());
    }
    return address.toString();
  }

  private static void add(StringJoiner address, String key, String value) {
    address.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
