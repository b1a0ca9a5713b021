package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import kz.miras.registrar.access.Deviation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  private record Row(long position, byte[] content, byte[] seal) implements ChainedRecord {}

  private final SealChain seals = SealChain.of("achievement-1042", KEY);
  private final List<Row> rows = new ArrayList<>();
  private ChainHead head = seals.empty();

  @BeforeEach
  void sealTenRows() {
    for (int i = 1; i <= 10; i++) {
      byte[] content = ("result " + i).getBytes(StandardCharsets.UTF_8);
      head = seals.next(head, content);
      rows.add(new Row(head.position(), content, head.seal()));
    }
  }

  @Test
  @DisplayName("AUD-3 an untouched chain verifies, also an empty one and one a later export knows")
  void untouchedChainVerifies() {
    ChainReport report = verify(head);
    assertThat(report.isIntact()).isTrue();
    assertThat(report.rows()).isEqualTo(10);
    assertThat(report.head()).isEqualTo(head);
    assertThat(verify(new ChainHead("achievement-1042", 4, rows.get(3).seal())).isIntact())
        .isTrue();
    rows.clear();
    assertThat(verify().isIntact()).isTrue();
  }

  @Test
  @DisplayName("AUD-3 a changed row is found at its position, whichever it is")
  void changedRowIsFound() {
    for (int i = 0; i < 10; i++) {
      Row row = rows.get(i);
      rows.set(i, new Row(row.position(), "result A".getBytes(StandardCharsets.UTF_8), row.seal()));
      assertFound(verify(head), new Deviation(Kind.CHANGED, i + 1, i + 1));
      rows.set(i, row);
    }
  }

  @Test
  @DisplayName("AUD-3 rows deleted in the middle are found, left as a gap or renumbered")
  void deletedMiddleRowIsFound() {
    Row fifth = rows.remove(4);
    assertFound(verify(head), new Deviation(Kind.MISSING, 5, 5));
    rows.remove(4);
    assertFound(verify(head), new Deviation(Kind.MISSING, 5, 6));

    rows.add(4, new Row(5, fifth.content(), fifth.seal()));
    rows.replaceAll(
        row -> row.position() > 5 ? new Row(row.position() - 1, row.content(), row.seal()) : row);
    assertFound(
        verify(head), new Deviation(Kind.REWRITTEN, 6, 9), new Deviation(Kind.CUT_OFF, 10, 10));
  }

  @Test
  @DisplayName("AUD-3 a deleted first row is found")
  void deletedFirstRowIsFound() {
    rows.remove(0);
    assertFound(verify(), new Deviation(Kind.MISSING, 1, 1));
  }

  @Test
  @DisplayName("AUD-4 deleted last rows show against the exported head and only there")
  void deletedLastRowsShowAgainstTheExportedHead() {
    rows.subList(7, 10).clear();
    assertThat(verify().isIntact()).isTrue();
    assertFound(verify(head), new Deviation(Kind.CUT_OFF, 8, 10));
    rows.clear();
    assertFound(verify(head), new Deviation(Kind.CUT_OFF, 1, 10));
  }

  @Test
  @DisplayName("AUD-3 swapped rows are found, wherever they are and however they were swapped")
  void swappedRowsAreFound() {
    for (int i = 0; i < 10; i++) {
      for (int j = i + 1; j < 10; j++) {
        Row one = rows.get(i);
        Row other = rows.get(j);
        rows.set(i, new Row(one.position(), other.content(), one.seal()));
        rows.set(j, new Row(other.position(), one.content(), other.seal()));
        assertFound(verify(head), new Deviation(Kind.SWAPPED, i + 1, j + 1));
        rows.set(i, new Row(one.position(), other.content(), other.seal()));
        rows.set(j, new Row(other.position(), one.content(), one.seal()));
        assertFound(verify(), new Deviation(Kind.SWAPPED, i + 1, j + 1));
        rows.set(i, one);
        rows.set(j, other);
      }
    }
  }

  @Test
  @DisplayName("AUD-3 plain hashes recomputed behind a changed row are found from that row on")
  void recomputedHashesAreFound() throws NoSuchAlgorithmException {
    byte[] previous = rows.get(2).seal();
    for (int i = 3; i < 10; i++) {
      byte[] content = i == 3 ? "result A".getBytes(StandardCharsets.UTF_8) : rows.get(i).content();
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(
          new CanonicalBytes()
              .text("achievement-1042")
              .number(i + 1)
              .bytes(previous)
              .bytes(content)
              .toBytes());
      previous = sha.digest();
      rows.set(i, new Row(i + 1, content, previous));
    }
    assertFound(verify(), new Deviation(Kind.REWRITTEN, 4, 10));
    assertFound(verify(head), new Deviation(Kind.REWRITTEN, 4, 10));
  }

  @Test
  @DisplayName("AUD-4 a chain sealed anew with the key differs from the exported head")
  void chainSealedAnewDiffersFromTheExportedHead() {
    ChainHead again = new ChainHead("achievement-1042", 3, rows.get(2).seal());
    for (int i = 3; i < 10; i++) {
      again = seals.next(again, ("better " + i).getBytes(StandardCharsets.UTF_8));
      rows.set(i, new Row(i + 1, ("better " + i).getBytes(StandardCharsets.UTF_8), again.seal()));
    }
    assertThat(verify().isIntact()).isTrue();
    assertFound(verify(head), new Deviation(Kind.REPLACED, 10, 10));
  }

  @Test
  @DisplayName("AUD-3 a doubled position and several changes are all reported")
  void severalChangesAreAllReported() {
    Row third = rows.get(2);
    rows.add(3, third);
    rows.set(6, new Row(6, new byte[0], rows.get(6).seal()));
    rows.remove(8);
    assertFound(
        verify(head),
        new Deviation(Kind.OUT_OF_ORDER, 3, 3),
        new Deviation(Kind.CHANGED, 6, 6),
        new Deviation(Kind.MISSING, 8, 8));
  }

  @Test
  @DisplayName("AUD-3 a swap and a changed row behind it are told apart")
  void swapAndChangeBehindItAreToldApart() {
    Row eighth = rows.get(7);
    Row ninth = rows.get(8);
    rows.set(7, new Row(8, ninth.content(), ninth.seal()));
    rows.set(8, new Row(9, eighth.content(), eighth.seal()));
    rows.set(9, new Row(10, new byte[0], rows.get(9).seal()));
    assertFound(
        verify(head), new Deviation(Kind.SWAPPED, 8, 9), new Deviation(Kind.CHANGED, 10, 10));
  }

  @Test
  @DisplayName("AUD-1 a row does not verify in another chain nor under another key")
  void sealsBelongToOneChainAndKey() {
    byte[] otherKey = KEY.clone();
    otherKey[31]++;
    for (SealChain other :
        List.of(
            SealChain.of("achievement-1043", KEY), SealChain.of("achievement-1042", otherKey))) {
      ChainReport report = new ChainVerifier(other).verify(rows.iterator(), List.of());
      assertFound(report, new Deviation(Kind.REWRITTEN, 1, 10));
      assertThat(report.broken()).isEqualTo(10);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> SealChain.of("a", new byte[31]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SealChain.of("audit", KEY).next(head, new byte[0]));
  }

  @Test
  @DisplayName("AUD-4 an exported head is read back from its line, and nothing else is")
  void exportedHeadIsReadBack() {
    assertThat(ChainHead.ofLine(head.line() + "\n")).contains(head);
    assertThat(ChainHead.ofLine("audit 12 abc")).isEmpty();
    assertThat(ChainHead.ofLine("")).isEmpty();
  }

  @Test
  @DisplayName("AUD-3 a long chain is read as a stream and every broken row is counted")
  void longChainIsReadAsAStream() {
    int length = 100_000;
    ChainReport report =
        new ChainVerifier(seals).verify(stream(length, 0), Collections.emptyList());
    assertThat(report.isIntact()).isTrue();
    assertThat(report.rows()).isEqualTo(length);

    ChainReport broken = new ChainVerifier(seals).verify(stream(length, 100), List.of());
    assertThat(broken.broken()).isEqualTo(length / 100);
    assertThat(broken.isIntact()).isFalse();
    assertThat(broken.deviations()).hasSizeLessThan(100);
    assertThat(broken.deviations().get(0)).isEqualTo(new Deviation(Kind.CHANGED, 100, 100));
  }

  private Iterator<ChainedRecord> stream(int length, int changedEvery) {
    return new Iterator<>() {
      private ChainHead at = seals.empty();

      @Override
      public boolean hasNext() {
        return at.position() < length;
      }

      @Override
      public ChainedRecord next() {
        byte[] content = new CanonicalBytes().number(at.position()).toBytes();
        at = seals.next(at, content);
        boolean changed = changedEvery > 0 && at.position() % changedEvery == 0;
        return new Row(at.position(), changed ? new byte[1] : content, at.seal());
      }
    };
  }

  private ChainReport verify(ChainHead... exported) {
    return new ChainVerifier(seals).verify(rows.iterator(), List.of(exported));
  }

  private static void assertFound(ChainReport report, Deviation... deviations) {
    assertThat(report.isIntact()).isFalse();
    assertThat(report.deviations()).containsExactly(deviations);
  }
}
