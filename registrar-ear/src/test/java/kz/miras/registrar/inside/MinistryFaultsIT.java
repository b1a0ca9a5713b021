package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.ComparisonClock;
import kz.miras.registrar.correspondence.service.ministry.MinistryComparison;
import kz.miras.registrar.correspondence.service.ministry.MinistryDeletion;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.correspondence.service.ministry.MinistryDictionaries;
import kz.miras.registrar.correspondence.service.ministry.MinistryRun;
import kz.miras.registrar.correspondence.service.ministry.MinistrySetup;
import kz.miras.registrar.correspondence.service.ministry.MinistryStore;
import kz.miras.registrar.correspondence.service.ministry.MinistryWork;
import kz.miras.registrar.correspondence.service.ministry.PlatformAddress;
import kz.miras.registrar.correspondence.service.ministry.RecordView;
import kz.miras.registrar.ministry.PlatformMood;
import kz.miras.registrar.ministry.PlatformStub;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A platform of the ministry that fails in every way it has: what each record is known to be. */
@InsideTest
class MinistryFaultsIT {

  private static final SendPauses SHORT =
      new SendPauses(List.of(Duration.ofMillis(1), Duration.ofMillis(1)));

  private PlatformStub stub;
  private PlatformAddress address;
  private MinistryStore store;
  private MinistryDesk desk;
  private String senior;
  private String director;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MinistryFaultsIT.class, SheetScene.class)
        .addClasses(PlatformStub.classes());
  }

  @BeforeEach
  void begin() throws Exception {
    stub = new PlatformStub(0, "miras", "stub");
    address = new PlatformAddress(stub.url(), 999, "miras", "stub", Duration.ofMillis(1500));
    store = Inside.bean(MinistryStore.class);
    desk = Inside.bean(MinistryDesk.class);
    senior = Scene.holding("SEN");
    director = Scene.holding("DIR");
    MinistrySetup setup = Inside.bean(MinistrySetup.class);
    for (MinistrySetup.Code code : Inside.as(senior, setup::codes)) {
      if (code.number() == null) {
        SheetScene.act(director, () -> setup.number(code.dictionary(), code.value(), 1));
      }
    }
    Scene.change("DELETE FROM ministry_sent");
  }

  @AfterEach
  void end() throws SQLException {
    stub.close();
    Scene.change("DELETE FROM ministry_dictionary");
  }

  private MinistryRun sent(boolean onlyDue) throws Exception {
    return done(RunKind.SEND, onlyDue, address);
  }

  private MinistryRun done(RunKind kind, boolean onlyDue, PlatformAddress there) throws Exception {
    UUID run = store.begin(kind, List.of(PlatformType.GROUPS), onlyDue, senior).orElseThrow();
    Inside.bean(MinistryWork.class).work(run, there, SHORT);
    return Inside.as(senior, () -> desk.run(run));
  }

  /** All there is was taken, each record once, and nothing is due any more. */
  private void allTakenOnce(MinistryRun run) throws Exception {
    assertThat(run.state()).as("%s %s", run.trouble(), run.detail()).isEqualTo(RunState.ENDED);
    assertThat(run.refused()).isZero();
    assertThat(run.taken()).isPositive();
    assertThat(stub.kept("GROUPS")).hasSize(run.taken());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM ministry_outcome WHERE outcome = 'ACCEPTED' AND run_id ="
                    + " (SELECT id FROM ministry_run WHERE uuid = ?)",
                run.uuid().toString()))
        .isEqualTo(run.taken());
    int saves = stub.saves();
    MinistryRun again = sent(true);
    assertThat(again.unchanged()).isEqualTo(run.taken());
    assertThat(stub.saves()).as("nothing is sent twice").isEqualTo(saves);
  }

  @Test
  @DisplayName("GOV-11 a platform that is slow once has what it was sent once, and it is known so")
  void slow() throws Exception {
    stub.next(PlatformMood.SLOW);
    allTakenOnce(sent(true));
  }

  @Test
  @DisplayName("GOV-10 an answer that cannot be read, and a 500 after all was kept, lose no record")
  void garbage() throws Exception {
    stub.next(PlatformMood.GARBAGE);
    allTakenOnce(sent(true));
    Scene.change("DELETE FROM ministry_sent");
    stub.next(PlatformMood.FAILING_AFTER, PlatformMood.FAILING_AFTER);
    allTakenOnce(sent(true));
  }

  @Test
  @DisplayName("GOV-11 a platform that only ever fails has nothing, and every record is due again")
  void failing() throws Exception {
    PlatformMood[] always = new PlatformMood[400];
    Arrays.fill(always, PlatformMood.FAILING);
    stub.next(always);
    MinistryRun run = sent(true);
    assertThat(run.state()).isEqualTo(RunState.ENDED);
    assertThat(run.taken()).isZero();
    assertThat(run.refused()).isEqualTo(run.total() - run.blocked()).isPositive();
    assertThat(stub.kept("GROUPS")).isEmpty();
    stub.recovers();
    allTakenOnce(sent(true));
  }

  @Test
  @DisplayName(
      "GOV-12 a platform that is down stops the run with nothing told as taken; later it goes on")
  void down() throws Exception {
    stub.close();
    UUID run = store.begin(RunKind.SEND, List.of(PlatformType.GROUPS), true, senior).orElseThrow();
    MinistryWork work = Inside.bean(MinistryWork.class);
    work.work(run, address, SHORT);
    MinistryRun stopped = Inside.as(senior, () -> desk.run(run));
    assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
    assertThat(stopped.trouble()).isEqualTo("ministry.trouble.SILENT");
    assertThat(stopped.taken()).isZero();
    assertThat(Scene.number("SELECT COUNT(*) FROM ministry_sent WHERE type = 'GROUPS'")).isZero();
    stub = new PlatformStub(0, "miras", "stub");
    address = new PlatformAddress(stub.url(), 999, "miras", "stub");
    assertThat(store.goOn(run)).isTrue();
    work.work(run, address, SHORT);
    allTakenOnce(Inside.as(senior, () -> desk.run(run)));
  }

  @Test
  @DisplayName(
      "GOV-1 GOV-14 GOV-15 dictionaries judge numbers, unknown fields survive, what is there only is"
          + " deleted with a reason")
  void dictionariesAndDeletion() throws Exception {
    MinistryDictionaries dictionaries = Inside.bean(MinistryDictionaries.class);
    MinistrySetup setup = Inside.bean(MinistrySetup.class);
    assertThat(Inside.as(director, () -> dictionaries.fetch(address))).isEqualTo(5);
    assertThat(Inside.as(senior, () -> dictionaries.entries("SEX"))).hasSize(2);
    assertThatThrownBy(() -> SheetScene.act(director, () -> setup.number("SEX", "MALE", 77)))
        .isInstanceOf(RegistrarException.Refused.class);
    byte[] one = "id;nameRu;nameKz;nameEn\n9;другой;басқа;other\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Inside.as(director, () -> dictionaries.take("LANGUAGE", "languages.csv", one)))
        .isEqualTo(1);
    MinistryRun blocked = done(RunKind.CHECK, false, null);
    assertThat(blocked.blocked()).as("no group teaches in number 9").isEqualTo(blocked.total());
    Scene.change("DELETE FROM ministry_dictionary WHERE dictionary = 'LANGUAGE'");

    stub.enters("GROUPS", "groupId", firstGroup(), "curatorPhone", "1");
    stub.enters("GROUPS", "groupId", 900_001, "groupName", "X");
    assertThat(sent(false).taken()).isPositive();
    assertThat(stub.kept("GROUPS").get(firstGroup())).containsEntry("curatorPhone", "1");
    done(RunKind.READ_BACK, false, address);
    MinistryComparison comparison = Inside.bean(MinistryComparison.class);
    assertThat(Inside.as(senior, () -> comparison.view(1, false)).others())
        .anyMatch(line -> line.number() == 900_001);

    MinistryDeletion deletion = Inside.bean(MinistryDeletion.class);
    assertThatThrownBy(
            () ->
                Inside.as(
                    director,
                    () -> deletion.delete(PlatformType.GROUPS, firstGroup(), "doubled", address)))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(
            Inside.as(
                director,
                () -> deletion.delete(PlatformType.GROUPS, 900_001, "entered twice", address)))
        .isTrue();
    assertThat(stub.kept("GROUPS")).doesNotContainKey(900_001L);
    Map<Long, Map<String, Object>> kept = stub.kept("GROUPS");
    assertThat(kept).isNotEmpty();
    assertThat(
            Scene.text(
                "SELECT content FROM ministry_deletion WHERE type = 'GROUPS' AND number = 900001"))
        .contains("\"groupName\":\"X\"");
  }

  @Test
  @DisplayName(
      "GOV-13 a field lost without a word, a change, a missing and a foreign record are shown")
  void compared() throws Exception {
    stub.doesNotKnow("GROUPS", "groupName");
    MinistryRun sent = sent(false);
    assertThat(sent.taken()).isPositive();
    assertThat(sent.differing()).as("by the sample after the save").isPositive();
    Long changed = List.copyOf(stub.kept("GROUPS").keySet()).get(0);
    stub.kept("GROUPS").get(changed).put("degreeId", 99);
    Long missing = List.copyOf(stub.kept("GROUPS").keySet()).get(1);
    stub.kept("GROUPS").remove(missing);
    stub.enters("GROUPS", "groupId", 900_000, "groupName", "X");
    MinistryRun read = done(RunKind.READ_BACK, false, address);
    assertThat(read.state()).isEqualTo(RunState.ENDED);
    RecordView view = Inside.as(senior, () -> desk.record(PlatformType.GROUPS, changed));
    assertThat(view.differences())
        .extracting(one -> one.field() + " " + one.theirs())
        .contains("degreeId 99", "groupName null");
    assertThat(difference(missing)).isEqualTo("MISSING");
    assertThat(difference(900_000)).isEqualTo("EXTRA");
    assertThat(Scene.number("SELECT COUNT(*) FROM ministry_seen")).as("tidied up").isZero();
    Long other = List.copyOf(stub.kept("GROUPS").keySet()).get(2);
    stub.kept("GROUPS").get(other).put("courseNumber", 98);
    done(RunKind.READ_BACK, false, address);
    MinistryComparison.View shown =
        Inside.as(senior, () -> Inside.bean(MinistryComparison.class).view(1, true));
    assertThat(shown.others())
        .as("only what the comparison before has not found")
        .filteredOn(line -> line.type() == PlatformType.GROUPS)
        .extracting(line -> line.number() + " " + line.field() + " " + line.theirs())
        .containsExactly(other + " courseNumber 98");
    assertThat(shown.last().kind()).isEqualTo(RunKind.READ_BACK);
    assertThat(shown.next()).as("no platform is set up").isNull();
    assertThat(sent(true).taken()).as("due again").isPositive();
  }

  @Test
  @DisplayName("GOV-16 the comparison of everything begins of itself when it is due, and only once")
  void comparedOfItself() throws Exception {
    ComparisonClock clock = Inside.bean(ComparisonClock.class);
    sent(true);
    Instant due = clock.next().orElseThrow();
    assertThat(clock.beginWhereDue(due.minusSeconds(1))).as("not before its hour").isEmpty();
    UUID run = clock.beginWhereDue(due).orElseThrow();
    MinistryRun begun = Inside.as(senior, () -> desk.run(run));
    assertThat(begun.kind()).isEqualTo(RunKind.READ_BACK);
    assertThat(begun.by()).isEqualTo("system");
    assertThat(begun.parts()).hasSize(PlatformType.values().length);
    assertThat(begun.parts().get(0).type()).isEqualTo(PlatformType.GRADUATES);
    assertThat(clock.beginWhereDue(due)).as("it goes on").isEmpty();
    store.stop(run, null, null);
    assertThat(clock.beginWhereDue(due)).as("it has begun").isEmpty();
    assertThat(clock.next().orElseThrow()).isAfter(begun.begunAt().plus(Duration.ofDays(5)));
    assertThat(store.beginOnce(RunKind.READ_BACK, List.of(), false, "system", begun.begunAt()))
        .as("whichever node has begun it")
        .isEmpty();
  }

  private static String difference(long number) throws SQLException {
    return Scene.text(
        "SELECT kind FROM ministry_difference WHERE type = 'GROUPS' AND number = ?", number);
  }

  private static long firstGroup() throws SQLException {
    return Scene.number("SELECT MIN(number) FROM ministry_number WHERE type = 'GROUPS'");
  }
}
