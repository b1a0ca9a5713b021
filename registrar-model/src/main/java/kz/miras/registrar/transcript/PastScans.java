package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-8. Which entry of the register of past documents a scan belongs to: the one that names the
 * file, else the one whose number the file is named by. Names of files cannot hold every sign of a
 * number, so case and signs between letters and digits make no difference: {@code 12/К-2019} is
 * found by {@code 12_к-2019.pdf}.
 */
public final class PastScans {

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private final Map<String, List<Entry>> byFile = new HashMap<>();
  private final Map<String, List<Entry>> byNumber = new HashMap<>();

  /**
   * A document of the register.
   *
   * @param file name of its scan as the register gives it; null where the number names it
   * @param kept SHA-256 of the scan it has, as hexadecimal; null where it has none
   */
  public record Entry(UUID id, String number, String file, String kept) implements Serializable {}

  /**
   * What a file is to the register.
   *
   * @param entry null where it is refused
   * @param verdict allowed where it belongs to the entry
   */
  public record Match(Entry entry, Verdict verdict) implements Serializable {

    /** Whether the entry has this very scan already. */
    public boolean isKept() {
      return entry != null && entry.kept() != null;
    }
  }

  public PastScans(Collection<Entry> register) {
    for (Entry entry : register) {
      if (entry.file() == null) {
        byNumber.computeIfAbsent(folded(entry.number()), it -> new ArrayList<>()).add(entry);
      } else {
        byFile.computeIfAbsent(whole(entry.file()), it -> new ArrayList<>()).add(entry);
      }
    }
  }

  /**
   * The entry of a scan.
   *
   * @param file its name, folders and all
   * @param sha256 of its content, as hexadecimal
   */
  public Match match(String file, byte[] content, String sha256) {
    List<Entry> found = byFile.getOrDefault(whole(file), List.of());
    if (found.isEmpty()) {
      found = byNumber.getOrDefault(folded(stem(file)), List.of());
    }
    if (found.isEmpty()) {
      return refused("transcript.scan.unknown", stem(file));
    }
    if (found.size() > 1) {
      return refused("transcript.scan.ambiguous", found.get(0).number(), found.get(1).number());
    }
    Entry entry = found.get(0);
    if (content.length > ScanType.LIMIT || ScanType.of(content).isEmpty()) {
      return refused("transcript.scan.unreadable", entry.number());
    }
    if (entry.kept() != null && !entry.kept().equals(sha256)) {
      return refused("transcript.scan.other", entry.number());
    }
    return new Match(entry, Verdict.allowed());
  }

  /** The entry has this scan from now on, so that a second file for it is seen as another. */
  public void keep(Entry entry, String sha256) {
    Entry kept = new Entry(entry.id(), entry.number(), entry.file(), sha256);
    List<Entry> entries =
        entry.file() == null
            ? byNumber.get(folded(entry.number()))
            : byFile.get(whole(entry.file()));
    entries.replaceAll(one -> one.id().equals(entry.id()) ? kept : one);
  }

  /** A name without its folders. */
  public static String base(String file) {
    return FOLDERS.matcher(file).replaceFirst("");
  }

  private static String stem(String file) {
    String base = base(file);
    int dot = base.lastIndexOf('.');
    return dot > 0 ? base.substring(0, dot) : base;
  }

  private static String whole(String file) {
    return Normalizer.normalize(base(file), Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  private static String folded(String number) {
    String letters = Normalizer.normalize(number, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return SIGNS.matcher(letters).replaceAll(" ").strip();
  }

  private static Match refused(String code, Serializable... args) {
    return new Match(null, Verdict.refused(Refusal.of(code, "DOC-8", args)));
  }
}
