package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.GradeCorrection;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Corrections.Concerned;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * COR-1, COR-2, SHT-16. Asks for the correction of several rows of one sheet that one document
 * names: all of them or none, to be decided together.
 */
@Stateless
@Guarded
public class CorrectionTogether {

  @Inject private Corrections corrections;
  @Inject private CorrectionLines lines;
  @Inject private IncompleteClocks clocks;
  @Inject private SheetAccess whose;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * What is typed in a row.
   *
   * @param rating as typed; blank where the control has none
   * @param score as typed
   */
  public record Typed(String rating, String score) implements Serializable {

    private boolean changes(CorrectionView.Figures was) {
      return !same(rating, was.rated()) || !same(score, was.scored());
    }

    private static boolean same(String typed, String was) {
      return (typed == null ? "" : typed.strip()).equals(was);
    }
  }

  /**
   * A sheet and its results.
   *
   * @param rows in the order of the sheet; where something else is typed, with what it gives
   */
  public record Rows(
      String number,
      String disciplineCode,
      LocalizedText discipline,
      List<CorrectionView.Line> rows)
      implements Serializable {

    public Rows {
      rows = List.copyOf(rows);
    }

    /** Whether results of it have an admission rating. */
    public boolean rated() {
      return rows.stream().anyMatch(CorrectionView.Line::rated);
    }
  }

  /**
   * What came of asking.
   *
   * @param words what speaks against the words, or against all of it
   * @param id public id of the first request; null where it was refused
   */
  public record Asked(Verdict words, Rows rows, String id) implements Serializable {}

  /** What would be made of a row, and why not. */
  private record Judged(Concerned concerned, CorrectionPolicy.Wish wish, List<Refusal> problems) {}

  /**
   * The results of a sheet, and what would be made of those where something else is typed; stores
   * nothing.
   *
   * @param typed by student number
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public Rows look(String sheet, CorrectionPolicy.Words words, Map<String, Typed> typed) {
    Sheet posted = mine(sheet);
    return rows(posted, judged(posted, words, typed));
  }

  /**
   * Asks for all that is typed otherwise than it stands; the whole is refused where one row is.
   *
   * @param typed by student number
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public Asked request(String sheet, CorrectionPolicy.Words words, Map<String, Typed> typed) {
    Sheet posted = mine(sheet);
    List<Judged> judged = judged(posted, words, typed);
    Verdict verdict =
        CorrectionPolicy.basis(words, time.today())
            .and(
                CorrectionPolicy.asked(
                    judged.stream()
                        .anyMatch(one -> one.wish() != null || !one.problems().isEmpty())));
    boolean refused = judged.stream().anyMatch(one -> !one.problems().isEmpty());
    if (refused || !verdict.isAllowed()) {
      return new Asked(verdict, rows(posted, judged), null);
    }
    List<GradeCorrection> asked = new ArrayList<>();
    for (Judged one : judged) {
      if (one.wish() != null) {
        LedgerEntry entry = one.concerned().entry();
        GradeCorrection correction =
            new GradeCorrection(
                corrections.key(entry), entry, one.wish(), access.current().login(), time.now());
        corrections.add(correction);
        asked.add(correction);
      }
    }
    audit.because(words.reason());
    return new Asked(verdict, rows(posted, judged), asked.get(0).getUuid().toString());
  }

  private Sheet mine(String id) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.GRADE_CORRECTION_REQUEST, sheet);
    return sheet;
  }

  private List<Judged> judged(Sheet sheet, CorrectionPolicy.Words words, Map<String, Typed> typed) {
    return lines.standing(sheet).stream()
        .map(one -> judge(one, words, typed.get(one.student().getStudentNo())))
        .toList();
  }

  private Judged judge(Concerned concerned, CorrectionPolicy.Words words, Typed typed) {
    LedgerEntry entry = concerned.entry();
    LedgerEntry.Outcome was = entry.result();
    if (typed == null
        || !typed.changes(CorrectionView.Figures.of(was.rating(), was.score(), was.grade()))) {
      return new Judged(concerned, null, List.of());
    }
    try {
      CorrectionPolicy.Wish wish = words.of(typed.rating(), typed.score());
      Verdict verdict =
          corrections
              .figures(concerned, wish, clocks.of(entry))
              .and(corrections.free(corrections.key(entry)));
      return new Judged(concerned, wish, verdict.refusals());
    } catch (RegistrarException.Refused unreadable) {
      return new Judged(concerned, null, unreadable.refusals());
    }
  }

  private Rows rows(Sheet sheet, List<Judged> judged) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    return new Rows(
        sheet.getNumber(),
        discipline.getCode(),
        discipline.getName(),
        judged.stream()
            .map(one -> lines.line(null, one.concerned(), one.wish(), one.problems()))
            .toList());
  }
}
