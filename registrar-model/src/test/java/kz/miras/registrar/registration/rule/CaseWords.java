package kz.miras.registrar.registration.rule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import kz.miras.registrar.registration.SectionSlot;

/** The words of a cell, one after another. */
final class CaseWords {
  private final String[] words;
  private int at;

  CaseWords(String text) {
    this.words = text.strip().split("\\s+");
  }

  boolean more() {
    return at < words.length;
  }

  String next() {
    return words[at++];
  }

  String upper() {
    return next().toUpperCase(Locale.ROOT);
  }

  boolean isOf() {
    boolean of = words[at].equals("of");
    at += of ? 1 : 0;
    return of;
  }

  boolean isNumber() {
    return more() && words[at].matches("\\d+");
  }

  int number() {
    return Integer.parseInt(next());
  }

  CaseWords skip(String word) {
    if (!next().equals(word)) {
      throw new IllegalArgumentException("no " + word + " in " + String.join(" ", words));
    }
    return this;
  }

  LessonTime lesson() {
    String day = upper();
    DayOfWeek weekday =
        Arrays.stream(DayOfWeek.values()).filter(d -> d.name().startsWith(day)).findFirst().get();
    String[] times = next().split("-");
    SectionSlot.Weeks weeks = SectionSlot.Weeks.ALL;
    if (more() && words[at].matches("odd|even")) {
      weeks = SectionSlot.Weeks.valueOf(upper());
    }
    int first = 1;
    int last = SectionSlot.LAST_WEEK;
    if (more() && words[at].equals("weeks")) {
      String[] span = skip("weeks").next().split("-");
      first = Integer.parseInt(span[0]);
      last = Integer.parseInt(span[1]);
    }
    return new LessonTime(
        weekday, LocalTime.parse(times[0]), LocalTime.parse(times[1]), weeks, first, last);
  }
}
