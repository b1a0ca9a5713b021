package kz.miras.registrar.attestation.service.rating;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingComplete;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.rating.RatingTyping.Typed;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Typing into the journal of a period and handing it over. Closing it writes the ratings into the
 * sheet they belong to and posts nothing (RAT-6).
 */
@Stateless
@Guarded
public class RatingDesk {

  @Inject private RatingSheets ratings;
  @Inject private RatingTyping typing;
  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private RatingGate gate;
  @Inject private SheetAccess whose;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** The office opens it for entry. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public void open(String id) {
    Sheet sheet = whose.rating(id);
    whose.require(Permissions.SHEET_OPEN, sheet);
    sheets.lock(sheet).open();
  }

  /**
   * Stores typed cells; each is judged by itself, and what cannot be stored says why.
   *
   * @return in the order of the cells
   */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  public List<Typed> type(String id, List<RatingCell> cells) {
    Sheet sheet = sheets.lock(whose.rating(id));
    return typing.type(sheet, cells, typing.typist(sheet));
  }

  /**
   * Hands it to the office.
   *
   * @throws RegistrarException.Refused naming how many lines are still open (RAT-4)
   */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  public void submit(String id) {
    Sheet sheet = whose.rating(id);
    if (!whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet)) {
      whose.require(Permissions.SHEET_ENTER_RATING, sheet);
    }
    sheets.lock(sheet);
    refuse(RatingComplete.judge(ratings.formula(sheet), ratings.lines(sheet)));
    sheet.submit(access.current().login(), time.now());
  }

  /** The office gives a submitted one back, saying what to look at. */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public void giveBack(String id, String remark) {
    Sheet sheet = whose.rating(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    sheets.lock(sheet).giveBack(access.current().login(), remark);
  }

  /**
   * Closes it and writes its ratings into the sheet they belong to.
   *
   * @return how many ratings were written: those that stood there already are not
   * @throws RegistrarException.Refused where a line is open, the caller typed in it or teaches it,
   *     or a rating of the other sheet would change that stands
   */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public int close(String id) {
    Sheet sheet = whose.rating(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    Set<Long> teachers = new HashSet<>();
    teachers.add(sheet.getTeacherId());
    refuse(SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), teachers));
    sheets.lock(sheet);
    Sheet main = sheets.lock(main(sheet));
    RatingFormula formula = ratings.formula(sheet);
    List<RatingLine> lines = ratings.lines(sheet);
    refuse(RatingComplete.judge(formula, lines));
    Map<Long, SheetRow> rows = new HashMap<>();
    sheets.rows(main.getId()).forEach(row -> rows.put(row.getStudentId(), row));
    Set<String> typists = new HashSet<>(records.typists(sheet.getId()));
    StringBuilder content = new StringBuilder(sheet.getNumber());
    List<RatingLine> others = new ArrayList<>();
    for (RatingLine line : lines) {
      typists.addAll(line.typists());
      Optional<BigDecimal> rating = formula.rating(line.scores());
      content.append('|').append(line.row().getStudentId()).append(':');
      rating.ifPresent(value -> content.append(value.stripTrailingZeros().toPlainString()));
      SheetRow row = rows.get(line.row().getStudentId());
      if (rating.isPresent() && row != null && row.takes(sheet.getPeriod(), rating.get())) {
        others.add(line);
      }
    }
    if (!others.isEmpty()) {
      // where all stands as it is, the other sheet may be further than this one
      RatingGate.Asked asked = gate.asked(main);
      others.forEach(line -> refuse(asked.written(line.row().getStudentId())));
    }
    for (RatingLine line : others) {
      rows.get(line.row().getStudentId())
          .rateFrom(
              sheet.getPeriod(),
              formula.rating(line.scores()).orElseThrow(),
              line.row().getTypedBy());
    }
    // whoever typed here has typed what the other sheet posts
    typists.forEach(login -> records.typed(main.getId(), login));
    sheet.close(
        access.current().login(),
        typists,
        time.now(),
        Checksum.sha256(content.toString().getBytes(StandardCharsets.UTF_8)));
    return others.size();
  }

  private Sheet main(Sheet sheet) {
    return sheets.byId(sheet.getRatesId()).orElseThrow();
  }
}
