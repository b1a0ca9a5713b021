package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.MinistryComparison;
import kz.miras.registrar.correspondence.service.ministry.MinistryDeletion;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.correspondence.service.ministry.MinistryStore;
import kz.miras.registrar.correspondence.service.ministry.MinistryWork;
import kz.miras.registrar.correspondence.service.ministry.PlatformAddress;
import kz.miras.registrar.ministry.PlatformStub;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Due;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the comparison with the platform is told as while another goes on or was broken off. */
@InsideTest
class MinistryStandingInsideIT {

  private static final SendPauses SHORT =
      new SendPauses(List.of(Duration.ofMillis(1), Duration.ofMillis(1)));
  private static final int WAS = 910_001;
  private static final int PARTIAL = 910_002;

  private PlatformStub stub;
  private PlatformAddress address;
  private MinistryStore store;
  private MinistryWork work;
  private MinistryDesk desk;
  private String senior;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MinistryStandingInsideIT.class, SheetScene.class)
        .addClasses(PlatformStub.classes());
  }

  @BeforeEach
  void begin() throws Exception {
    stub = new PlatformStub(0, "miras", "stub");
    address = new PlatformAddress(stub.url(), 999, "miras", "stub", Duration.ofMillis(1500));
    store = Inside.bean(MinistryStore.class);
    work = Inside.bean(MinistryWork.class);
    desk = Inside.bean(MinistryDesk.class);
    senior = Scene.holding("SEN");
  }

  @AfterEach
  void end() {
    stub.close();
  }

  private UUID begun() {
    return store
        .begin(RunKind.READ_BACK, List.of(PlatformType.GROUPS), false, senior)
        .orElseThrow();
  }

  /** Records of a group that is there only, as somebody finds them. */
  private List<Long> told(boolean onlyFresh) throws Exception {
    MinistryComparison comparison = Inside.bean(MinistryComparison.class);
    return Inside.as(senior, () -> comparison.view(1, onlyFresh)).others().stream()
        .filter(line -> line.type() == PlatformType.GROUPS)
        .map(MinistryComparison.Line::number)
        .filter(number -> number == WAS || number == PARTIAL)
        .toList();
  }

  private int differing() throws Exception {
    return Inside.as(senior, desk::overview).types().stream()
        .filter(type -> type.type() == PlatformType.GROUPS)
        .findFirst()
        .orElseThrow()
        .differing();
  }

  /** What a step of a comparison leaves when it has come so far. */
  private static void half(UUID run) throws SQLException {
    Scene.change(
        "INSERT INTO ministry_difference (id, run_id, type, number, kind, found_at, first_found_at)"
            + " SELECT NEXTVAL(ministry_seq), r.id, 'GROUPS', ?, 'EXTRA', UTC_TIMESTAMP(6),"
            + " UTC_TIMESTAMP(6) FROM ministry_run r WHERE r.uuid = ?",
        PARTIAL,
        run.toString());
  }

  @Test
  @DisplayName(
      "GOV-13 GOV-16 while a comparison goes on or stands still the last whole one is told, and"
          + " what it has found is new once it is whole")
  void standing() throws Exception {
    stub.enters("GROUPS", "groupId", WAS, "groupName", "X");
    work.work(begun(), address, SHORT);
    assertThat(told(false)).containsExactly((long) WAS);
    int before = differing();

    UUID broken = begun();
    half(broken);
    assertThat(told(false)).as("while it goes on").containsExactly((long) WAS);
    store.stop(broken, "ministry.trouble.SILENT", null);
    assertThat(told(false)).as("broken off").containsExactly((long) WAS);
    assertThat(told(true)).doesNotContain((long) PARTIAL);
    assertThat(differing()).isEqualTo(before);
    MinistryDeletion deletion = Inside.bean(MinistryDeletion.class);
    String director = Scene.holding("DIR");
    assertThatThrownBy(
            () ->
                Inside.as(
                    director,
                    () -> deletion.delete(PlatformType.GROUPS, PARTIAL, "doubled", address)))
        .isInstanceOf(RegistrarException.Refused.class);

    stub.kept("GROUPS").remove((long) WAS);
    stub.enters("GROUPS", "groupId", PARTIAL, "groupName", "Y");
    UUID whole = begun();
    work.work(whole, address, SHORT);
    assertThat(Inside.as(senior, () -> desk.run(whole)).state()).isEqualTo(RunState.ENDED);
    assertThat(told(false)).containsExactly((long) PARTIAL);
    assertThat(told(true)).as("nobody was told before").containsExactly((long) PARTIAL);
  }

  @Test
  @DisplayName(
      "GOV-17 records the platform would refuse are one number on the desk, on the page and of the"
          + " list, whatever each has of what is demanded of all alike")
  void blockedOnce() throws Exception {
    UUID run =
        store
            .begin(
                RunKind.CHECK,
                List.of(PlatformType.STUDENT_INFO, PlatformType.STUDENT),
                false,
                senior)
            .orElseThrow();
    work.work(run, null, SHORT);
    Scene.change(
        "INSERT INTO ministry_finding (id, type, number, label, student_id, rule, field, code, args,"
            + " blocks, found_at) SELECT NEXTVAL(ministry_seq), type, number, label, student_id,"
            + " 'GOV-3', 'iin', 'ministry.finding.second', args, TRUE, found_at FROM"
            + " ministry_finding WHERE blocks ORDER BY id LIMIT 1");
    int blocked =
        Inside.as(senior, desk::overview).types().stream()
            .mapToInt(MinistryDesk.TypeView::blocked)
            .sum();
    assertThat(blocked).isPositive();
    assertThat(Scene.number("SELECT COUNT(*) FROM ministry_finding WHERE blocks"))
        .as("one record has two")
        .isGreaterThan(blocked);
    ListQueries lists = Inside.bean(ListQueries.class);
    Due due =
        Inside.as(senior, lists::dues).stream()
            .filter(one -> one.list().equals("ministry-findings"))
            .findFirst()
            .orElseThrow();
    assertThat(Inside.as(senior, () -> lists.count(due))).isEqualTo(blocked);
    ListQuery only = new ListQuery(0, 1, null, true, Map.of(ListQuery.ONLY, due.name()), null);
    assertThat(Inside.as(senior, () -> lists.page(due.list(), only)).total()).isEqualTo(blocked);
    Scene.change("DELETE FROM ministry_finding WHERE code = 'ministry.finding.second'");
  }
}
