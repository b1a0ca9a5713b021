package kz.miras.registrar.frame.ws;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments of messages, {@code xs:dateTime}; without an offset they are UTC. */
public class MomentAdapter extends XmlAdapter<String, OffsetDateTime> {

  /** XML Schema also writes midnight as the end of the day before. */
  private static final Pattern DAYS_END = Pattern.compile("(.+)T24:00:00(?:\\.0+)?(.*)");

  @Override
  public OffsetDateTime unmarshal(String text) {
    if (text == null) {
      return null;
    }
    Matcher end = DAYS_END.matcher(text.strip());
    return end.matches() ? read(end.replaceFirst("$1T00:00:00$2")).plusDays(1) : read(text.strip());
  }

  private static OffsetDateTime read(String text) {
    TemporalAccessor moment =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return moment instanceof LocalDateTime local
        ? local.atOffset(ZoneOffset.UTC)
        : (OffsetDateTime) moment;
  }

  @Override
  public String marshal(OffsetDateTime moment) {
    return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }
}
