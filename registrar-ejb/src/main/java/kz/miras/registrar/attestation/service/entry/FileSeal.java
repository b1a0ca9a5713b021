package kz.miras.registrar.attestation.service.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.attestation.entry.FileOrigin;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-19. Tells whether what is protected in a file is as it left: nobody but the servers of this
 * university can seal it.
 */
@ApplicationScoped
class FileSeal {

  private static final String CHAIN = "sheet-file";

  @Inject private SealKey seals;

  /** The seal of the protected part of a file; in whatever order its lines stand. */
  String of(String sheet, String number, List<String> columns, List<FileLine> lines) {
    CanonicalBytes content = new CanonicalBytes().text(sheet).text(number);
    columns.forEach(content::text);
    lines.stream()
        .sorted(Comparator.comparing(FileLine::studentNo).thenComparing(FileLine::position))
        .forEach(
            line -> {
              content
                  .text(line.studentNo())
                  .text(line.student())
                  .number(line.position())
                  .number(line.version());
              columns.forEach(column -> content.text(line.before().getOrDefault(column, "")));
            });
    SealChain chain = seals.chain(CHAIN);
    return HexFormat.of().formatHex(chain.next(chain.empty(), content.toBytes()).seal());
  }

  /**
   * The lines of a file.
   *
   * @param sheet public id of the sheet they should come into
   * @throws RegistrarException.Refused where it is no file of that sheet, or what is protected in
   *     it was changed
   */
  List<FileLine> opened(byte[] content, String sheet, List<String> columns) {
    FilledWorkbook file = FilledWorkbook.read(content, columns);
    String seal = of(file.sheet(), file.number(), columns, file.lines());
    boolean whole =
        MessageDigest.isEqual(
            seal.getBytes(StandardCharsets.UTF_8), file.seal().getBytes(StandardCharsets.UTF_8));
    Verdict verdict = new FileOrigin(file.sheet(), file.number(), whole).judge(sheet);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    return file.lines();
  }
}
