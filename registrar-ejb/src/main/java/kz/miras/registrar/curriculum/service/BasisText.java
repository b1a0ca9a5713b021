package kz.miras.registrar.curriculum.service;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/** Where a parameter of the rules comes from, in words instead of the short form it is kept in. */
public final class BasisText {

  private static final String KEY = "curriculum.rules.basis.";

  /** An order by its number, with an annex or without, and the point: {@code O595 п.40}. */
  private static final Pattern POINT = Pattern.compile("O(\\d+)(?: прил\\.(\\d+))? п\\.(\\S+)");

  private static final Pattern RISK = Pattern.compile("СУР (\\S+)");

  private static final Pattern ADMINISTRATIVE = Pattern.compile("АППК ст\\.(\\d+)");

  private static final Map<String, String> NAMED =
      Map.of(
          "ГОСО", "standard",
          "решение Учёного совета", "council",
          "договор, приказ о стоимости", "contract",
          "Правила назначения стипендий", "stipends",
          "Положение об офисе регистратора", "regulation",
          "О персональных данных", "personal-data");

  private BasisText() {}

  /**
   * The act and its point in a language.
   *
   * @param basis of a parameter; a text that is none of the known forms stays as it is
   */
  public static String of(Language language, String basis) {
    return NAMED.containsKey(basis)
        ? one(language, basis)
        : Arrays.stream(basis.split(", "))
            .map(part -> one(language, part))
            .collect(Collectors.joining("; "));
  }

  private static String one(Language language, String part) {
    if (NAMED.containsKey(part)) {
      return Messages.text(language, KEY + NAMED.get(part));
    }
    Matcher risk = RISK.matcher(part);
    if (risk.matches()) {
      return Messages.text(language, KEY + "risk", risk.group(1));
    }
    Matcher administrative = ADMINISTRATIVE.matcher(part);
    if (administrative.matches()) {
      return Messages.text(language, KEY + "administrative", administrative.group(1));
    }
    Matcher point = POINT.matcher(part);
    if (!point.matches()) {
      return part;
    }
    return point.group(2) == null
        ? Messages.text(language, KEY + "point", point.group(1), point.group(3))
        : Messages.text(language, KEY + "annex", point.group(1), point.group(2), point.group(3));
  }
}
