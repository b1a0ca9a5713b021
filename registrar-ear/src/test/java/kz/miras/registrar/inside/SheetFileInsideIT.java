package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk.Findings;
import kz.miras.registrar.office.FilledCells;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sheet that is filled away from the screen, in the container. */
@InsideTest
class SheetFileInsideIT {

  private static final int FIRST = 130;
  private static final String SCORE = "SELECT COALESCE(score, mark) FROM sheet_row WHERE id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SheetFileInsideIT.class, SheetScene.class, FilledCells.class);
  }

  @Test
  @DisplayName(
      "SHT-19 what a filled workbook changes is told before anything is stored, then stored by the"
          + " way of typing")
  void roundTrip() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 3);
    scene.rate(2, 40, 40);
    byte[] file = workbook(scene.teacher(), scene.sheet());
    byte[] filled = FilledCells.with(file, "F7", "85");
    filled = FilledCells.with(filled, "F8", "ав");
    filled = FilledCells.with(filled, "F9", "70");
    Findings found = check(scene.teacher(), scene.sheet(), filled);
    assertThat(found.differences())
        .extracting(one -> one.refusal() == null ? "" : one.refusal().code())
        .containsExactly("", "", "attestation.cell.not-admitted");
    assertThat(found.absent()).isEmpty();
    assertThat(Scene.text(SCORE, scene.row(0))).as("nothing is stored yet").isNull();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist t JOIN sheet h ON h.id = t.sheet_id WHERE h.uuid"
                    + " = ?",
                scene.sheet()))
        .isZero();

    List<MarkDifference> told = store(scene.teacher(), scene.sheet(), found);
    assertThat(told).hasSize(2).allMatch(MarkDifference::isStorable);
    assertThat(Scene.text(SCORE, scene.row(0))).isEqualTo("85");
    assertThat(Scene.text(SCORE, scene.row(1))).isEqualTo("AB");
    assertThat(Scene.text("SELECT scored_by FROM sheet_row WHERE id = ?", scene.row(0)))
        .isEqualTo(scene.teacher());
    assertThat(check(scene.teacher(), scene.sheet(), filled).storable())
        .as("brought once more it changes nothing")
        .isEmpty();
  }

  @Test
  @DisplayName("SHT-1 SHT-19 what was typed since the file was made is told and not overwritten")
  void conflicts() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 3);
    byte[] filled = FilledCells.with(workbook(scene.teacher(), scene.sheet()), "F7", "85");
    filled = FilledCells.with(filled, "F8", "60");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "77"))
        .isEmpty();
    Findings found = check(scene.teacher(), scene.sheet(), filled);
    MarkDifference conflict = found.differences().get(0);
    assertThat(conflict.refusal().code()).isEqualTo("attestation.cell.conflict");
    assertThat(conflict.now()).isEqualTo("77");
    assertThat(conflict.cell().text()).isEqualTo("85");
    assertThat(found.storable()).hasSize(1);
    // and what was typed between looking and storing
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(1), "score", "61"))
        .isEmpty();
    assertThat(store(scene.teacher(), scene.sheet(), found))
        .extracting(one -> one.refusal().code())
        .containsExactly("attestation.cell.conflict");
    assertThat(Scene.text(SCORE, scene.row(0))).isEqualTo("77");
    assertThat(Scene.text(SCORE, scene.row(1))).isEqualTo("61");
  }

  @Test
  @DisplayName(
      "SHT-19 a file of another sheet, one changed where it is protected, and formulas are refused")
  void refusedFiles() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    SheetScene other = SheetScene.open(FIRST, 2);
    byte[] file = workbook(scene.teacher(), scene.sheet());
    assertThat(refused(scene, workbook(other.teacher(), other.sheet())))
        .containsExactly("attestation.file.other-sheet");
    assertThat(refused(scene, FilledCells.with(file, "C7", "S-0")))
        .containsExactly("attestation.file.altered");
    assertThat(refused(scene, FilledCells.with(file, "H7", "9")))
        .as("the hidden version")
        .containsExactly("attestation.file.altered");
    assertThat(refused(scene, FilledCells.with(file, "B1", other.sheet())))
        .as("the hidden identity")
        .containsExactly("attestation.file.other-sheet");
    assertThat(refused(other, FilledCells.with(file, "B1", other.sheet())))
        .as("passed off as another sheet's")
        .containsExactly("attestation.file.altered");
    assertThat(
            check(scene.teacher(), scene.sheet(), FilledCells.formula(file, "F7", "80+10"))
                .differences())
        .extracting(one -> one.refusal().code())
        .containsExactly("attestation.file.formula");
    String reader = Scene.holding("SPE");
    assertThatThrownBy(() -> workbook(reader, scene.sheet()))
        .as("who types nothing in it takes no file of it")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  private static List<String> refused(SheetScene scene, byte[] file) throws Exception {
    SheetFileDesk desk = Inside.bean(SheetFileDesk.class);
    return SheetScene.refused(scene.teacher(), () -> desk.check(scene.sheet(), file));
  }

  private static byte[] workbook(String login, String sheet) throws Exception {
    SheetFileDesk desk = Inside.bean(SheetFileDesk.class);
    return Inside.as(login, () -> desk.workbook(sheet, Language.RU));
  }

  private static Findings check(String login, String sheet, byte[] file) throws Exception {
    SheetFileDesk desk = Inside.bean(SheetFileDesk.class);
    return Inside.as(login, () -> desk.check(sheet, file));
  }

  private static List<MarkDifference> store(String login, String sheet, Findings found)
      throws Exception {
    SheetFileDesk desk = Inside.bean(SheetFileDesk.class);
    return Inside.as(login, () -> desk.store(sheet, "filled.xlsx", found.storable()));
  }
}
