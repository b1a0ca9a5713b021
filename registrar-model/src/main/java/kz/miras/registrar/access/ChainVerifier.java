package kz.miras.registrar.access;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * AUD-3, AUD-4. Reads a chain once, in the order of positions, and says where it is not as it was
 * sealed: a changed row, rows deleted in the middle or at the end, two swapped rows, a rest that
 * was sealed without the key. Rows are not kept, so a million of them need no more memory than a
 * hundred.
 *
 * <p>After a broken row the walk goes on with that row's stored seal; thus one change is one
 * finding and not an avalanche.
 */
public final class ChainVerifier {

  private static final int KEPT = 64;

  private final SealChain seals;

  /** A verifier of the chain these seals belong to. */
  public ChainVerifier(SealChain seals) {
    this.seals = seals;
  }

  /**
   * Walks the chain.
   *
   * @param rows all rows by position
   * @param exported heads of this chain kept outside the database; those of other chains are
   *     ignored
   */
  public ChainReport verify(
      Iterator<? extends ChainedRecord> rows, Collection<ChainHead> exported) {
    Walk walk = new Walk(exported);
    while (rows.hasNext()) {
      walk.step(rows.next());
    }
    return walk.report();
  }

  /** A row whose seal does not hold, with the seal that came before it. */
  private record Broken(long position, byte[] previous, byte[] content, byte[] seal) {}

  private final class Walk {
    private final Map<Long, List<byte[]>> exported = new HashMap<>();
    private final List<Deviation> found = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private long furthestExport;
    private long count;
    private long brokenCount;
    private long brokenSince;
    private long replaced;
    private ChainHead last = seals.empty();

    Walk(Collection<ChainHead> heads) {
      for (ChainHead head : heads) {
        if (head.chain().equals(seals.chain())) {
          exported.computeIfAbsent(head.position(), key -> new ArrayList<>()).add(head.seal());
          furthestExport = Math.max(furthestExport, head.position());
        }
      }
    }

    void step(ChainedRecord row) {
      count++;
      long expected = last.position() + 1;
      if (row.position() < expected) {
        note(Deviation.at(Deviation.Kind.OUT_OF_ORDER, row.position()));
        return;
      }
      byte[] content = row.content();
      byte[] seal = row.seal();
      if (row.position() > expected) {
        // the seal before this row is gone with the missing ones, so this row's cannot be judged
        note(new Deviation(Deviation.Kind.MISSING, expected, row.position() - 1));
        brokenSince = 0;
      } else if (seals.holds(expected, last.seal(), content, seal)) {
        brokenSince = 0;
      } else {
        brokenCount++;
        brokenSince = brokenSince == 0 ? expected : brokenSince;
        if (broken.size() < KEPT) {
          broken.add(new Broken(expected, last.seal(), content, seal));
        }
      }
      if (!row.matchesItsValues()) {
        note(Deviation.at(Deviation.Kind.VALUES_CHANGED, row.position()));
      }
      for (byte[] known : exported.getOrDefault(row.position(), List.of())) {
        if (!MessageDigest.isEqual(known, seal)) {
          replaced = replaced == 0 ? row.position() : replaced;
        }
      }
      last = new ChainHead(seals.chain(), row.position(), seal);
    }

    ChainReport report() {
      explainSwaps();
      long end = last.position();
      boolean restBroken = brokenSince > 0 && end > brokenSince;
      for (Broken row : broken) {
        if (!restBroken || row.position() < brokenSince) {
          note(Deviation.at(Deviation.Kind.CHANGED, row.position()));
        }
      }
      if (found.isEmpty() && brokenCount == 0 && replaced > 0) {
        found.add(Deviation.at(Deviation.Kind.REPLACED, replaced));
      }
      if (restBroken) {
        found.add(new Deviation(Deviation.Kind.REWRITTEN, brokenSince, end));
      }
      if (furthestExport > end) {
        found.add(new Deviation(Deviation.Kind.CUT_OFF, end + 1, furthestExport));
      }
      found.sort(Comparator.comparingLong(Deviation::position));
      return new ChainReport(count, brokenCount, found, last);
    }

    /** Two broken rows are a swap where the later one's content belongs to the earlier place. */
    private void explainSwaps() {
      for (int i = 0; i < broken.size(); i++) {
        for (int j = i + 1; j < broken.size(); j++) {
          Broken one = broken.get(i);
          Broken other = broken.get(j);
          boolean contents = belongs(one, other.content(), one.seal());
          boolean whole = belongs(one, other.content(), other.seal());
          if (contents || whole) {
            note(new Deviation(Deviation.Kind.SWAPPED, one.position(), other.position()));
            forgive(one, other, whole);
            i = -1;
            break;
          }
        }
      }
    }

    private boolean belongs(Broken place, byte[] content, byte[] seal) {
      return seals.holds(place.position(), place.previous(), content, seal);
    }

    /** The swapped rows, and the rows behind them that only lost their predecessor, are told. */
    private void forgive(Broken one, Broken other, boolean whole) {
      broken.removeIf(
          row ->
              row == one
                  || row == other
                  || whole && follows(row, one, other.seal())
                  || whole && follows(row, other, one.seal()));
      if (brokenCount <= KEPT) {
        brokenSince =
            broken.stream()
                .mapToLong(Broken::position)
                .filter(position -> position >= brokenSince)
                .min()
                .orElse(0);
      }
    }

    private boolean follows(Broken row, Broken before, byte[] rightSeal) {
      return row.position() == before.position() + 1
          && seals.holds(row.position(), rightSeal, row.content(), row.seal());
    }

    private void note(Deviation deviation) {
      if (found.size() < KEPT) {
        found.add(deviation);
      }
    }
  }
}
