package kz.miras.registrar.registration.service;

import java.time.Instant;
import java.util.List;
import kz.miras.registrar.shared.Language;

/**
 * What else a student has to come to, besides lessons: the calendar of the week asks every
 * capability that knows of something.
 */
public interface WeekFeedSource {

  /**
   * Something a student has to come to.
   *
   * @param id tells it from everything else in the calendar, and stays when it is moved
   * @param title what it is, in the language asked for
   * @param place room or address; null for none
   */
  record Event(String id, String title, String place, Instant start, Instant end) {}

  /**
   * What a student has to come to.
   *
   * @param student key
   * @param language in whose words
   */
  List<Event> events(long student, Language language);
}
