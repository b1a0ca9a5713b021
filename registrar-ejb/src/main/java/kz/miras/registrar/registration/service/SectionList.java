package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Sections of an offering with seats, teacher and examiner; a replaced teacher names the order. */
@ApplicationScoped
public class SectionList implements RecordList {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private SectionSeats sizes;
  @Inject private Appointments appointments;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "sections";
  }

  @Override
  public String permission() {
    return Permissions.OFFERING_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.text("offering", 48),
        Field.text("section", 48),
        Field.choice("kind", SectionKind.class),
        Field.number("capacity"),
        Field.text("teacher", 32).optional(),
        Field.text("examiner", 32).optional(),
        Field.date("valid_from").optional(),
        Field.text("basis", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("term", "offering", "section");
  }

  @Override
  public Sheet open() {
    return new Records(true);
  }

  /** Seats are the students': whoever only checks a file locks none. */
  @Override
  public Sheet openToCheck() {
    return new Records(false);
  }

  private final class Records extends KeyedSheet<Section> {

    private final Map<Long, String> termCodes = new HashMap<>();
    private final Map<String, Offering> streams = new HashMap<>();
    private final Map<String, Teacher> teachers =
        Catalogue.by(catalogue.teachers(), Teacher::getPersonnelNo);
    private final Map<Long, String> personnel = new HashMap<>();
    private final Map<String, Change> changes = new HashMap<>();
    private final Map<Long, Seats.Staffing> staffing = seats.staffing(time.today());
    private final Map<Long, Integer> capacities = new HashMap<>();
    private final boolean resizes;

    /**
     * Opens it.
     *
     * @param resizes whether seats are written; else they are only judged
     */
    Records(boolean resizes) {
      this.resizes = resizes;
      teachers.forEach((number, teacher) -> personnel.put(teacher.getId(), number));
      calendars.terms().forEach(term -> termCodes.put(term.getId(), term.getCode()));
      offerings
          .all()
          .forEach(
              offering ->
                  streams.put(
                      termCodes.get(offering.getTermId()) + " " + offering.getCode(), offering));
      offerings
          .sections()
          .forEach(
              section ->
                  know(
                      termCodes.get(section.getOffering().getTermId())
                          + " "
                          + section.getOffering().getCode()
                          + " "
                          + section.getCode(),
                      section));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("term") + " " + values.get("offering") + " " + values.get("section");
    }

    @Override
    protected Map<String, String> values(Section section) {
      Map<String, String> values = new LinkedHashMap<>();
      Seats.Staffing now = staffing.getOrDefault(section.getId(), Seats.Staffing.NONE);
      values.put("term", termCodes.get(section.getOffering().getTermId()));
      values.put("offering", section.getOffering().getCode());
      values.put("section", section.getCode());
      values.put("kind", section.getKind().name());
      values.put("capacity", String.valueOf(now.capacity()));
      values.put("teacher", personnel.get(now.teacher()));
      values.put("examiner", personnel.get(now.examiner()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      // about the change itself, not about the section
      String basis = values.remove("basis");
      LocalDate from =
          Optional.ofNullable(values.remove("valid_from"))
              .map(LocalDate::parse)
              .orElse(time.today());
      changes.put(key(values), new Change(from, basis));
      Verdict verdict =
          Checks.known(
                  "offering",
                  values.get("offering"),
                  streams.get(values.get("term") + " " + values.get("offering")))
              .and(Checks.within("capacity", values, 0, 5000));
      for (String duty : List.of("teacher", "examiner")) {
        if (values.get(duty) != null) {
          verdict =
              verdict.and(Checks.known(duty, values.get(duty), teachers.get(values.get(duty))));
        }
      }
      Section section = known(key(values));
      if (section == null || !verdict.isAllowed()) {
        return verdict;
      }
      Seats.Staffing now = staffing.getOrDefault(section.getId(), Seats.Staffing.NONE);
      // a row that names nobody leaves who is there
      keep(values, "teacher", now.teacher());
      keep(values, "examiner", now.examiner());
      return verdict
          .and(SectionSound.seats(Checks.number(values, "capacity"), now.taken(), now.kept()))
          .and(appointed(section, Duty.TEACHER, now.teacher(), values))
          .and(appointed(section, Duty.EXAMINER, now.examiner(), values));
    }

    private void keep(Map<String, String> values, String field, Long now) {
      if (now != null && personnel.containsKey(now)) {
        values.putIfAbsent(field, personnel.get(now));
      }
    }

    private Verdict appointed(Section section, Duty duty, Long now, Map<String, String> values) {
      return wanted(section, duty, now, values).map(appointments::judge).orElse(Verdict.allowed());
    }

    /** The appointment a row asks for; empty where the same person stays or nobody is named. */
    private Optional<Appointments.Wanted> wanted(
        Section section, Duty duty, Long now, Map<String, String> values) {
      Long teacher = id(values.get(duty == Duty.TEACHER ? "teacher" : "examiner"));
      Change change = changes.get(key(values));
      return teacher == null || teacher.equals(now)
          ? Optional.empty()
          : Optional.of(
              new Appointments.Wanted(section, duty, teacher, now, change.from(), change.basis()));
    }

    @Override
    protected Section create(Map<String, String> values) {
      Section section =
          new Section(
              streams.get(values.get("term") + " " + values.get("offering")),
              SectionKind.valueOf(values.get("kind")),
              values.get("section"));
      offerings.add(section);
      offerings.flush();
      sizes.make(section.getId());
      staff(section, values);
      return section;
    }

    @Override
    protected void change(Section section, Map<String, String> values) {
      staff(section, values);
    }

    private void staff(Section section, Map<String, String> values) {
      Seats.Staffing now = staffing.getOrDefault(section.getId(), Seats.Staffing.NONE);
      int capacity = Checks.number(values, "capacity");
      capacities.put(section.getId(), capacity);
      wanted(section, Duty.TEACHER, now.teacher(), values).ifPresent(appointments::appoint);
      wanted(section, Duty.EXAMINER, now.examiner(), values).ifPresent(appointments::appoint);
      staffing.put(
          section.getId(),
          new Seats.Staffing(
              capacity,
              now.taken(),
              later(id(values.get("teacher")), now.teacher()),
              later(id(values.get("examiner")), now.examiner()),
              now.kept()));
    }

    /** All seats at the very end and at once: they are locked in order, and for a moment only. */
    @Override
    public void finish() {
      if (!resizes) {
        return;
      }
      Verdict verdict = sizes.resize(capacities);
      if (!verdict.isAllowed()) {
        // taken by somebody since the row was judged
        throw new RegistrarException.Refused(verdict.refusals());
      }
    }

    private static Long later(Long named, Long now) {
      return named == null ? now : named;
    }

    private Long id(String number) {
      return teachers.get(number) == null ? null : teachers.get(number).getId();
    }
  }

  /** Since when, and on what basis, a row changes who teaches. */
  private record Change(LocalDate from, String basis) {}
}
