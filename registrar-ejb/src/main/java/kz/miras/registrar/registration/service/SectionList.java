package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionTeacher;
import kz.miras.registrar.shared.Field;
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
        Field.text("basis", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("term", "offering", "section");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Section> {

    private final Map<Long, String> termCodes = new HashMap<>();
    private final Map<String, Offering> streams = new HashMap<>();
    private final Map<String, Teacher> teachers =
        Catalogue.by(catalogue.teachers(), Teacher::getPersonnelNo);
    private final Map<Long, String> personnel = new HashMap<>();
    private final Map<Long, Seats.Staffing> staffing = seats.staffing(time.today());

    Records() {
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
      values.remove("basis");
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
      return verdict;
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
      staff(section, values);
      return section;
    }

    @Override
    protected void change(Section section, Map<String, String> values) {
      staff(section, values);
    }

    private void staff(Section section, Map<String, String> values) {
      seats.resize(section.getId(), Checks.number(values, "capacity"));
      appoint(section, Duty.TEACHER, teachers.get(values.get("teacher")));
      appoint(section, Duty.EXAMINER, teachers.get(values.get("examiner")));
      staffing.put(
          section.getId(),
          new Seats.Staffing(
              Checks.number(values, "capacity"),
              id(values.get("teacher")),
              id(values.get("examiner"))));
    }

    private Long id(String number) {
      return teachers.get(number) == null ? null : teachers.get(number).getId();
    }

    private void appoint(Section section, Duty duty, Teacher teacher) {
      boolean there = false;
      for (SectionTeacher now : offerings.teachersOf(section.getId(), time.today())) {
        if (now.getDuty() == duty) {
          if (teacher != null && now.getTeacherId() == teacher.getId()) {
            there = true;
          } else {
            now.endOn(time.today().minusDays(1));
          }
        }
      }
      if (!there && teacher != null) {
        offerings.add(
            new SectionTeacher(section.getId(), teacher.getId(), duty, time.today(), null));
      }
    }
  }
}
