package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;

/**
 * SHT-11. Tells whoever had counted on the day, the hour or the room of an exam that it is another
 * now: its students, its teacher, and both who examined it and who does. Who sits again, and has
 * been told so, is told the day when it is named for the first time.
 */
@ApplicationScoped
class MovedExams {

  private static final String SESSION = "/achievement/my-session.xhtml";
  private static final String LIST = "/office/list.xhtml?list=sittings";
  private static final String NONE = "—";

  @Inject private SittingStudents students;
  @Inject private Catalogue catalogue;
  @Inject private Notices notices;
  @Inject private Events events;

  /** When, where and before whom an exam was; any may be null. */
  record Place(LocalDate day, LocalTime at, String room, Long examiner) {

    static Place of(Sheet sheet) {
      return new Place(
          sheet.getExamDate(), sheet.getExamTime(), sheet.getRoom(), sheet.getExaminerId());
    }

    private boolean isElsewhere(Place other) {
      return !Objects.equals(day, other.day)
          || !Objects.equals(at, other.at)
          || !Objects.equals(room, other.room);
    }
  }

  /**
   * An exam and its place before the change.
   *
   * @param sheet as it is now
   */
  record Moved(Sheet sheet, Place before) {

    private boolean isNamed() {
      return before.day() == null && sheet.getExamDate() != null && sheet.getContinuesId() != null;
    }

    private boolean isMoved() {
      return before.day() != null && before.isElsewhere(Place.of(sheet));
    }

    private boolean isReplaced() {
      return before.examiner() != null && !before.examiner().equals(sheet.getExaminerId());
    }
  }

  /** Tells everybody concerned, in a few batches however many exams have moved. */
  void tell(Collection<Moved> all) {
    List<Moved> moved = all.stream().filter(Moved::isMoved).toList();
    List<Moved> named = all.stream().filter(Moved::isNamed).toList();
    List<Moved> replaced = all.stream().filter(Moved::isReplaced).toList();
    List<Moved> told =
        all.stream().filter(one -> one.isMoved() || one.isNamed() || one.isReplaced()).toList();
    if (told.isEmpty()) {
      return;
    }
    events.note(
        told.stream()
            .filter(one -> one.isMoved() || one.isNamed())
            .map(
                one ->
                    Happened.toSheet(EventType.EXAM_RESCHEDULED, one.sheet().getId(), place(one)))
            .toList());
    Map<Long, String> codes =
        catalogue
            .disciplines(
                told.stream().map(one -> one.sheet().getDisciplineId()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Discipline::getId, Discipline::getCode));
    Map<Long, Set<Long>> sitting =
        students.of(
            told.stream()
                .filter(one -> one.isMoved() || one.isNamed())
                .map(one -> one.sheet().getId())
                .toList());
    Function<Moved, Set<Long>> who = one -> sitting.getOrDefault(one.sheet().getId(), Set.of());
    notices.tellStudents(
        figures(moved, who, one -> change(one, codes)), "attestation.notice.exam-moved", SESSION);
    notices.tellStudents(
        figures(named, who, one -> place(one, codes)), "attestation.notice.exam-named", SESSION);
    notices.tellTeachers(
        figures(moved, MovedExams::teachers, one -> change(one, codes)),
        "attestation.notice.exam-moved",
        LIST);
    notices.tellTeachers(
        figures(named, MovedExams::teachers, one -> place(one, codes)),
        "attestation.notice.exam-named",
        LIST);
    notices.tellTeachers(
        figures(replaced, one -> Set.of(one.before().examiner()), one -> sheet(one, codes)),
        "attestation.notice.examiner-released",
        LIST);
    notices.tellTeachers(
        figures(replaced, MovedExams::examiner, one -> place(one, codes)),
        "attestation.notice.examiner-named",
        LIST);
  }

  private static Map<String, Object> place(Moved one) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("date", text(one.sheet().getExamDate()));
    place.put("time", text(one.sheet().getExamTime()));
    place.put("room", one.sheet().getRoom());
    return place;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static List<Notices.Figures> figures(
      List<Moved> all,
      Function<Moved, Set<Long>> who,
      Function<Moved, List<? extends Serializable>> what) {
    List<Notices.Figures> figures = new ArrayList<>();
    for (Moved one : all) {
      List<? extends Serializable> args = what.apply(one);
      who.apply(one).forEach(key -> figures.add(new Notices.Figures(key, args)));
    }
    return figures;
  }

  private static Set<Long> teachers(Moved moved) {
    Set<Long> teachers = new HashSet<>(moved.sheet().appointed());
    if (moved.before().examiner() != null) {
      teachers.add(moved.before().examiner());
    }
    return teachers;
  }

  private static Set<Long> examiner(Moved moved) {
    Long examiner = moved.sheet().getExaminerId();
    return examiner == null ? Set.of() : Set.of(examiner);
  }

  private static List<? extends Serializable> sheet(Moved moved, Map<Long, String> codes) {
    return List.of(codes.get(moved.sheet().getDisciplineId()), moved.sheet().getNumber());
  }

  private static List<? extends Serializable> place(Moved moved, Map<Long, String> codes) {
    List<Serializable> args = new ArrayList<>(sheet(moved, codes));
    args.addAll(shown(Place.of(moved.sheet())));
    return args;
  }

  private static List<? extends Serializable> change(Moved moved, Map<Long, String> codes) {
    List<Serializable> args = new ArrayList<>(place(moved, codes));
    args.addAll(shown(moved.before()));
    return args;
  }

  private static List<Serializable> shown(Place place) {
    return Arrays.asList(
        place.day() == null ? NONE : place.day(),
        place.at() == null ? NONE : place.at(),
        place.room() == null ? NONE : place.room());
  }
}
