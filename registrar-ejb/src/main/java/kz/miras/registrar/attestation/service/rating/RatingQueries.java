package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.PeriodScores;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingComplete;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.sitting.LastDay;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Journals as screens show them. */
@Stateless
@Guarded
public class RatingQueries {

  @Inject private RatingSheets ratings;
  @Inject private Dispositions dispositions;
  @Inject private HeldLessons lessons;
  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private RatingGate gate;
  @Inject private SheetStudents names;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Offerings offerings;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** One journal with its lines; the number of statements does not depend on their number. */
  @RolesAllowed(Permissions.SHEET_READ)
  public RatingGrid grid(String id) {
    Sheet sheet = whose.rating(id);
    Sheet main = sheets.byId(sheet.getRatesId()).orElseThrow();
    List<SheetRow> rows = sheets.rows(main.getId());
    Map<Long, SheetStudents.Name> known = names.of(main.getId());
    RatingPeriod period = ratings.period(sheet);
    Verdict changes = gate.typed(main);
    Verdict inTime =
        period
            .judge(time.today(), whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet))
            .and(changes);
    List<RatingLine> lines = ratings.lines(sheet);
    return new RatingGrid(
        sheet.getUuid().toString(),
        sheet.getNumber(),
        sheet.getStatus(),
        period,
        head(sheet),
        new RatingGrid.Main(
            main.getUuid().toString(),
            main.getNumber(),
            main.getStatus(),
            waitedFor(sheet, rows, known, lines)),
        IntStream.rangeClosed(period.firstWeek(), period.lastWeek()).boxed().toList(),
        lessons.of(sheet, period),
        acts(sheet, inTime.isAllowed()),
        inTime.isAllowed() ? null : inTime.refusals().get(0),
        changes.isAllowed() && whose.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet),
        changes.isAllowed() && dispositions.mayRate(sheet),
        ratings.rules(sheet).missedWeek(),
        LastDay.alone(time.today(), main.getExamDate(), ratings.rules(sheet)),
        shown(sheet, lines, known),
        dispositions.shown(ratings.excuses(sheet), sheet, main, known));
  }

  /** What the caller may do with it now; whoever types it hands it over. */
  private Set<SheetAct> acts(Sheet sheet, boolean inTime) {
    Set<SheetAct> acts = EnumSet.noneOf(SheetAct.class);
    for (SheetAct act : SheetAct.values()) {
      boolean theirs =
          switch (act) {
            case RATE -> inTime && dispositions.mayRate(sheet);
            case SUBMIT -> dispositions.mayRate(sheet);
            case OPEN -> whose.may(Permissions.SHEET_OPEN, sheet);
            case CLOSE ->
                whose.may(Permissions.SHEET_CLOSE, sheet)
                    && !access.current().login().equals(sheet.getSubmittedBy());
            default -> false;
          };
      if (theirs && act.isPossible(sheet.getStatus(), EntryForm.RATING_ONLY)) {
        acts.add(act);
      }
    }
    return acts;
  }

  private RatingGrid.Head head(Sheet sheet) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    return new RatingGrid.Head(
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        calendars.term(sheet.getTermId()).orElseThrow().getCode(),
        sheet.getSectionId() == null
            ? ""
            : offerings.section(sheet.getSectionId()).map(Section::getCode).orElse(""),
        sheet.getTeacherId() == null
            ? ""
            : catalogue.teacher(sheet.getTeacherId()).map(Teacher::fullName).orElse(""),
        sheet.getReturnedBy(),
        sheet.getReturnedRemark());
  }

  /** Numbers of the students a disposition may name, by name: those without a rating yet. */
  private Map<String, String> waitedFor(
      Sheet sheet,
      List<SheetRow> rows,
      Map<Long, SheetStudents.Name> known,
      List<RatingLine> lines) {
    RatingFormula formula = ratings.formula(sheet);
    Map<Long, RatingLine> own = new HashMap<>();
    lines.forEach(line -> own.put(line.row().getStudentId(), line));
    Map<String, String> waited = new TreeMap<>(NameOrder.kazakh());
    for (SheetRow row : rows) {
      BigDecimal written = row.rating(sheet.getPeriod());
      RatingLine line = own.get(row.getStudentId());
      SheetStudents.Name name = known.get(row.getStudentId());
      boolean rated = line == null ? written != null : line.isRated(formula, written);
      if (!rated && !row.isClosed() && name != null) {
        waited.put(name.name() + " · " + name.number(), name.number());
      }
    }
    return waited;
  }

  private List<RatingGrid.Row> shown(
      Sheet sheet, List<RatingLine> lines, Map<Long, SheetStudents.Name> known) {
    RatingFormula formula = ratings.formula(sheet);
    Map<Long, SheetStudents.Name> own = new HashMap<>(known);
    own.putAll(names.of(sheet.getId()));
    Set<Integer> held = new HashSet<>();
    lines.forEach(line -> held.addAll(line.scores().weeks().keySet()));
    List<RatingGrid.Row> shown = new ArrayList<>();
    for (RatingLine line : lines) {
      SheetRow row = line.row();
      PeriodScores scores = line.scores();
      SheetStudents.Name name = own.get(row.getStudentId());
      shown.add(
          new RatingGrid.Row(
              row.getId(),
              row.getPosition(),
              name.number(),
              name.name(),
              line.typedWeeks(),
              standing(line, "rk"),
              standing(line, "total"),
              standing(line, "valid"),
              formula.current(scores).orElse(null),
              formula.rating(scores).map(r -> r.setScale(2, RoundingMode.HALF_UP)).orElse(null),
              row.isClosed() ? Set.of() : scores.gaps(held),
              line.excuse().map(RatingExcuse::getDocumentNo).orElse(null),
              row.isClosed(),
              RatingComplete.isOpen(formula, line),
              row.getVersion()));
    }
    return shown;
  }

  private static String standing(RatingLine line, String column) {
    return line.standing(new RatingCell(line.row().getId(), column, "", ""));
  }
}
