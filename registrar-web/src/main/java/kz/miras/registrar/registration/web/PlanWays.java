package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.service.TermOfferings.Hour;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;

/**
 * The ways to take a discipline as one list to choose from, each like a row of a timetable: when
 * the lectures and the lessons of the group are, who gives them, where, in which language, and how
 * many seats are left. Where there are several streams, each has its groups below it.
 */
@Named("planWays")
@RequestScoped
public class PlanWays {

  private static final String BETWEEN = " · ";
  private static final String TONGUE = "transcript.language.";

  @Inject private LanguageChoice language;
  @Inject private Words words;

  /**
   * What is certain of a chosen way, section by section.
   *
   * @param name kind and code
   * @param hours when and where it meets
   * @param teacher null where nobody is named
   * @param seats how many are free, or how many wait
   */
  public record Row(String name, List<String> hours, String teacher, String seats, boolean full)
      implements Serializable {}

  /** Ways to take a discipline. */
  public List<SelectItem> of(Candidate candidate) {
    List<SelectItem> ways = new ArrayList<>();
    ways.add(new SelectItem("", words.get("registration.my.not-chosen")));
    if (candidate.offerings().isEmpty()) {
      for (String tag : candidate.languages()) {
        ways.add(
            new SelectItem(
                OnlyChosen.in(tag), words.of("registration.my.only", words.get(TONGUE + tag))));
      }
    }
    for (Offered offered : candidate.offerings()) {
      ways.addAll(
          ChosenWay.streams(offered).isEmpty() ? groups(offered) : streamsWithGroups(offered));
    }
    return ways;
  }

  /** Any group, then each, with the only stream there is. */
  private List<SelectItem> groups(Offered offered) {
    List<Part> groups = ChosenWay.all(offered, SectionKind.GROUP);
    List<Part> streams = ChosenWay.all(offered, SectionKind.LECTURE);
    List<SelectItem> ways = new ArrayList<>();
    if (groups.size() > 1) {
      ways.add(any(offered, null, groups));
    }
    for (Part group : groups) {
      ways.add(
          item(offered, new ChosenWay(offered.id(), group.code(), null), with(streams, group)));
    }
    return ways;
  }

  /** What leaves the stream open, then each stream with its groups. */
  private List<SelectItem> streamsWithGroups(Offered offered) {
    List<Part> groups = ChosenWay.all(offered, SectionKind.GROUP);
    String tongue = tongue(offered);
    List<SelectItem> open = new ArrayList<>();
    if (groups.size() > 1) {
      open.add(any(offered, null, groups));
    }
    for (Part group : groups) {
      open.add(item(offered, new ChosenWay(offered.id(), group.code(), null), List.of(group)));
    }
    List<SelectItem> ways = new ArrayList<>();
    ways.add(group(words.of("registration.my.any-stream", tongue), open));
    for (Part stream : ChosenWay.streams(offered)) {
      List<SelectItem> there = new ArrayList<>();
      if (groups.size() > 1) {
        there.add(any(offered, stream, groups));
      }
      for (Part group : groups) {
        there.add(
            item(
                offered,
                new ChosenWay(offered.id(), group.code(), stream.code()),
                List.of(stream, group)));
      }
      ways.add(group(tongue + BETWEEN + lessons(stream), there));
    }
    return ways;
  }

  private static List<Part> with(List<Part> streams, Part group) {
    return Stream.concat(streams.stream(), Stream.of(group)).toList();
  }

  private static SelectItemGroup group(String label, List<SelectItem> items) {
    return new SelectItemGroup(label, null, false, items.toArray(SelectItem[]::new));
  }

  /** Any group; of this stream where one is given. */
  private SelectItem any(Offered offered, Part stream, List<Part> groups) {
    int free = groups.stream().mapToInt(PlanWays::free).sum();
    String tongue = tongue(offered);
    return stream == null
        ? new SelectItem(
            new ChosenWay(offered.id(), null, null).value(),
            words.of("registration.my.any-group", tongue, free))
        : new SelectItem(
            new ChosenWay(offered.id(), null, stream.code()).value(),
            lessons(stream)
                + BETWEEN
                + words.of("registration.my.any-group", tongue, Math.min(free, free(stream))));
  }

  private SelectItem item(Offered offered, ChosenWay way, List<Part> parts) {
    List<String> words = new ArrayList<>(parts.stream().map(this::lessons).toList());
    words.add(tongue(offered));
    words.add(seats(parts.stream().min(Comparator.comparingInt(PlanWays::free)).orElseThrow()));
    if (meet(parts)) {
      words.add(this.words.get("registration.my.clash"));
    }
    return new SelectItem(way.value(), String.join(BETWEEN, words));
  }

  /** Whether lessons of the stream and of the group overlap: both cannot be had (REG-11). */
  private static boolean meet(List<Part> parts) {
    List<LessonTime> times = new ArrayList<>();
    for (Part part : parts) {
      List<LessonTime> own = part.hours().stream().map(Hour::time).toList();
      if (own.stream().anyMatch(one -> times.stream().anyMatch(one::clashesWith))) {
        return true;
      }
      times.addAll(own);
    }
    return false;
  }

  /** A section as a choice of its own: when, what, who and where, and its seats. */
  public String of(Part part) {
    return lessons(part) + BETWEEN + seats(part);
  }

  /** When, what, who and where. */
  private String lessons(Part part) {
    String hours = part.hours().stream().map(this::when).collect(Collectors.joining(", "));
    String rooms =
        part.hours().stream()
            .map(Hour::room)
            .filter(room -> room != null && !room.isBlank())
            .distinct()
            .collect(Collectors.joining(", "));
    return Stream.of(hours, name(part), part.teacher(), rooms)
        .filter(word -> word != null && !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String name(Part part) {
    return words.of("registration.my.part." + part.kind(), part.code());
  }

  private String tongue(Offered offered) {
    return words.get(TONGUE + offered.language());
  }

  private String seats(Part part) {
    int free = free(part);
    return free > 0
        ? words.of("registration.my.free", free, part.capacity())
        : words.of("registration.my.full", part.waiting());
  }

  private static int free(Part part) {
    return Math.max(0, part.capacity() - part.taken());
  }

  private String when(Hour hour) {
    return when(hour, hour.from().toString());
  }

  /** Day, hour, and the weeks where it is not every one. */
  private String when(Hour hour, String time) {
    Locale locale = language.getLanguage().locale();
    String day = hour.day().getDisplayName(TextStyle.SHORT, locale);
    String weeks =
        hour.weeks() == SectionSlot.Weeks.ALL
            ? ""
            : " " + words.get("registration.weeks." + hour.weeks());
    String part =
        hour.lastWeek() == SectionSlot.LAST_WEEK && hour.firstWeek() == 1
            ? ""
            : " " + words.of("registration.weeks.part", hour.firstWeek(), hour.lastWeek());
    return day + " " + time + weeks + part;
  }

  /**
   * What is certain of a chosen way; empty while nothing is.
   *
   * @param value what the form sends; null for nothing
   */
  public List<Row> rows(Candidate candidate, String value) {
    if (value == null || value.isBlank() || OnlyChosen.is(value)) {
      return List.of();
    }
    ChosenWay way = ChosenWay.of(value);
    List<Row> rows = new ArrayList<>();
    for (Offered offered : candidate.offerings()) {
      if (!offered.id().equals(way.offering())) {
        continue;
      }
      for (SectionKind kind : SectionKind.values()) {
        List<Part> parts = way.parts(offered, kind);
        if (parts.size() == 1) {
          rows.add(row(parts.get(0)));
        }
      }
    }
    return rows;
  }

  private Row row(Part part) {
    List<String> hours =
        part.hours().stream()
            .map(
                hour ->
                    when(hour, hour.from() + "–" + hour.to())
                        + (hour.room() == null ? "" : ", " + hour.room()))
            .toList();
    return new Row(name(part), hours, part.teacher(), seats(part), free(part) == 0);
  }
}
