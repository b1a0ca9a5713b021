package kz.miras.registrar.shared.service;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.Date;

/** A file calendar programs subscribe to (RFC 5545); moments are UTC. */
public final class CalendarFile {

  private final ICalendar calendar = new ICalendar();

  public CalendarFile() {
    calendar.setProductId("-//Miras University//Registrar//EN");
  }

  /** Names the calendar. */
  public CalendarFile named(String name) {
    calendar.setName(name);
    calendar.setExperimentalProperty("X-WR-CALNAME", name);
    return this;
  }

  /**
   * Adds something.
   *
   * @param id tells it from everything else, and stays when it is moved
   * @param sequence grows with each change; null where nobody counts
   * @param place null for none
   */
  public void add(
      String id, Integer sequence, String title, String place, Instant start, Instant end) {
    VEvent event = new VEvent();
    event.setUid(id + "@registrar");
    event.setSummary(title);
    event.setLocation(place);
    event.setDateStart(Date.from(start), true);
    event.setDateEnd(Date.from(end), true);
    if (sequence != null) {
      event.setSequence(sequence);
    }
    calendar.addEvent(event);
  }

  /** The file. */
  public String text() {
    return Biweekly.write(calendar).go();
  }
}
