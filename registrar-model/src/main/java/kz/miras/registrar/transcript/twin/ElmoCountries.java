package kz.miras.registrar.transcript.twin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Countries ELMO knows: those of ISO 3166 that Europass lists, states without most territories. */
final class ElmoCountries {

  /** In ISO 3166, but not in the list of Europass 1.1. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "EH", "FK",
          "FO", "GF", "GG", "GI", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO",
          "MP", "MQ", "MS", "NC", "NF", "PF", "PM", "PN", "RE", "SH", "SJ", "SS", "SX", "TC", "TF",
          "TK", "TW", "UM", "VG", "VI", "WF", "YT");

  private static final Set<String> KNOWN = known();

  private ElmoCountries() {}

  static boolean knows(String country) {
    return country != null && KNOWN.contains(country);
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    known.removeAll(LEFT_OUT);
    return Set.copyOf(known);
  }
}
