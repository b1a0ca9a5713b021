package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.service.Students;

/** Where the students of a section land when it is split, merged or closed. */
@ApplicationScoped
public class SectionMoves {

  private static final String MEMBERS =
      "SELECT e.id, e.student_id, e.type, p.pool, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name,"
          + " s.first_name) FROM enrolment_place p JOIN enrolment e ON e.id = p.enrolment_id JOIN"
          + " student s ON s.id = e.student_id WHERE p.section_id = ? AND e.status = 'ENROLLED'"
          + " ORDER BY s.last_name, s.first_name, s.student_no";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;
  @Inject private TermPictures pictures;
  @Inject private PlanWishes wishes;
  @Inject private SeatPools pools;
  @Inject private Students students;
  @Inject private Calendars calendars;

  private static final String WAITING =
      "SELECT e.id, e.student_id, e.type, w.pool, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name,"
          + " s.first_name) FROM waiting_place w JOIN enrolment e ON e.id = w.enrolment_id JOIN"
          + " student s ON s.id = e.student_id WHERE w.section_id = ? AND NOT w.resting AND e.status = 'WAITLISTED'"
          + " ORDER BY w.queue_rank, w.since, e.id";

  private static final String RESTING_ONLY =
      "SELECT e.id, e.student_id, e.type, w.pool, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name,"
          + " s.first_name) FROM waiting_place w JOIN section x ON x.id = w.section_id JOIN enrolment"
          + " e ON e.id = w.enrolment_id JOIN student s ON s.id = e.student_id WHERE w.section_id = ?"
          + " AND w.resting AND e.status = 'WAITLISTED' AND NOT EXISTS (SELECT 1 FROM waiting_place y"
          + " JOIN section z ON z.id = y.section_id WHERE y.enrolment_id = e.id AND y.id <> w.id AND"
          + " z.kind = x.kind) ORDER BY w.queue_rank, w.since, e.id";

  /** Who has a seat in a section, or waits for one. */
  record Member(
      long enrolment,
      long student,
      EnrolmentType type,
      String pool,
      UUID link,
      String studentNo,
      String name) {}

  /**
   * Where one student would land.
   *
   * @param to code of the section; null where none has a seat the student can take
   * @param pool the seat is of; null where there is none
   * @param why what speaks against the sections there are; null where one was found
   */
  public record Landing(
      long enrolment,
      long student,
      UUID link,
      String studentNo,
      String name,
      Long section,
      String to,
      String pool,
      Refusal why)
      implements Serializable {}

  /** Who has a seat, by name. */
  List<Member> members(long section) {
    return read(MEMBERS, section);
  }

  /** Who waits, in the order of the queue. */
  List<Member> waiting(long section) {
    return read(WAITING, section);
  }

  /** Who rests in it and in no other section of its kind. */
  List<Member> restingOnly(long section) {
    return read(RESTING_ONLY, section);
  }

  private List<Member> read(String sql, long section) {
    List<Member> members = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          members.add(
              new Member(
                  row.getLong(1),
                  row.getLong(2),
                  EnrolmentType.valueOf(row.getString(3)),
                  row.getString(4),
                  UUID.fromString(row.getString(5)),
                  row.getString(6),
                  row.getString(7)));
        }
      }
      return members;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * Where these members could go: the roomiest of the other sections whose lessons overlap with
   * nothing else of theirs, of this discipline neither.
   */
  List<Landing> landings(Collection<Member> members, Section from, List<Section> others) {
    Offering offering = from.getOffering();
    Term term = calendars.term(offering.getTermId()).orElseThrow();
    List<Long> ids = others.stream().map(Section::getId).toList();
    SeatHints hints = pools.hints(ids);
    Map<SeatBook.Key, Integer> room = hints.room();
    Map<Long, List<Section>> kept = kept(members, from);
    List<Landing> landings = new ArrayList<>();
    for (Member member : members) {
      landings.add(landing(member, kept.get(member.enrolment()), offering, term, others, room));
    }
    return landings;
  }

  /**
   * What stays with each enrolment when its section changes: the sections of other kinds it has a
   * seat in, or waits for by plan.
   */
  private Map<Long, List<Section>> kept(Collection<Member> members, Section from) {
    Map<Long, Section> beside =
        offerings.sectionsOf(from.getOffering().getId()).stream()
            .filter(one -> one.getKind() != from.getKind())
            .collect(Collectors.toMap(Section::getId, one -> one));
    Map<Long, List<Section>> kept = new HashMap<>();
    members.forEach(member -> kept.put(member.enrolment(), new ArrayList<>()));
    for (EnrolmentRows.Place place : rows.places(kept.keySet())) {
      if (!place.instead() && beside.containsKey(place.section())) {
        kept.get(place.enrolment()).add(beside.get(place.section()));
      }
    }
    return kept;
  }

  /**
   * What REG-11 says of sections a student could wait for in place of one, by section. Another
   * discipline that goes when the seat comes keeps nobody from it.
   */
  Map<Long, Verdict> apart(Member member, Section from, List<Section> others) {
    Offering offering = from.getOffering();
    Term term = calendars.term(offering.getTermId()).orElseThrow();
    Long swapped = swapped(member.enrolment(), offering).orElse(null);
    Wish wish = Wish.of(offering, others, null, member.type(), swapped, null);
    TermPicture picture = picture(member, wish, term, others);
    List<Section> kept = kept(List.of(member), from).get(member.enrolment());
    return others.stream()
        .collect(
            Collectors.toMap(
                Section::getId,
                other -> picture.apart(wish, kept, other),
                (verdict, same) -> verdict));
  }

  /** The enrolment in another discipline that this one is to take the place of. */
  private Optional<Long> swapped(long enrolment, Offering offering) {
    return rows.read(enrolment)
        .map(EnrolmentRows.Stored::replaces)
        .flatMap(rows::read)
        .filter(
            old ->
                offerings.offering(old.offering()).orElseThrow().getDisciplineId()
                    != offering.getDisciplineId())
        .map(EnrolmentRows.Stored::id);
  }

  private TermPicture picture(Member member, Wish wish, Term term, List<Section> others) {
    return pictures.of(
        students.byId(member.student()).orElseThrow(),
        term,
        wishes.disciplines(List.of(wish)).values(),
        others.stream().map(Section::getId).toList(),
        true,
        Set.of());
  }

  private Landing landing(
      Member member,
      List<Section> kept,
      Offering offering,
      Term term,
      List<Section> others,
      Map<SeatBook.Key, Integer> room) {
    Wish wish = Wish.of(offering, others, null, member.type(), null, null);
    TermPicture picture = picture(member, wish, term, others);
    Map<Long, List<String>> own =
        pools.of(picture.student(), others.stream().map(Section::getId).toList());
    Refusal why = SectionSound.noRoom();
    Section best = null;
    for (Section other : others) {
      if (free(other.getId(), own, room) <= 0) {
        continue;
      }
      Refusal clash = picture.apart(wish, kept, other).refusals().stream().findFirst().orElse(null);
      if (clash != null) {
        why = clash;
      } else if (best == null || free(other.getId(), own, room) > free(best.getId(), own, room)) {
        best = other;
      }
    }
    SeatBook.Key seat = best == null ? null : take(best.getId(), own, room);
    return new Landing(
        member.enrolment(),
        member.student(),
        member.link(),
        member.studentNo(),
        member.name(),
        best == null ? null : best.getId(),
        best == null ? null : best.getCode(),
        seat == null ? null : seat.pool(),
        best == null ? why : null);
  }

  private static List<SeatBook.Key> keys(long section, Map<Long, List<String>> own) {
    return own.getOrDefault(section, List.of(SeatBook.ALL)).stream()
        .map(pool -> new SeatBook.Key(section, pool))
        .toList();
  }

  /** Seats of a section a student may have: not those kept for others. */
  private static int free(
      long section, Map<Long, List<String>> own, Map<SeatBook.Key, Integer> room) {
    return keys(section, own).stream().mapToInt(key -> room.getOrDefault(key, 0)).sum();
  }

  /** The first of these seats, which is nobody else's now. */
  private static SeatBook.Key take(
      long section, Map<Long, List<String>> own, Map<SeatBook.Key, Integer> room) {
    SeatBook.Key seat =
        keys(section, own).stream()
            .filter(key -> room.getOrDefault(key, 0) > 0)
            .findFirst()
            .orElseThrow();
    room.merge(seat, -1, Integer::sum);
    return seat;
  }
}
