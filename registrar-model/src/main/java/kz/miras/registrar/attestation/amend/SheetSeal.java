package kz.miras.registrar.attestation.amend;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Checksum;

/** SHT-17. How the checksum of a sheet is made; what was made in one way is checked in that way. */
public enum SheetSeal {
  /** Over students, letters and percentages only: sheets of the time before {@link #PAPER}. */
  RESULTS {
    @Override
    byte[] content(SheetPaper paper) {
      StringBuilder content = new StringBuilder(paper.number());
      for (SheetPaper.Line line : paper.lines()) {
        content
            .append('|')
            .append(line.student())
            .append(':')
            .append(line.result().sign())
            .append(':')
            .append(line.result().percent());
      }
      return content.toString().getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Over all that is printed. */
  PAPER {
    @Override
    byte[] content(SheetPaper paper) {
      CanonicalBytes content =
          new CanonicalBytes()
              .text(paper.number())
              .number(paper.version())
              .text(paper.kind().name())
              .text(paper.term())
              .text(paper.discipline())
              .number(paper.credits())
              .text(paper.section())
              .text(paper.teacher())
              .text(paper.examiner())
              .day(paper.examDate())
              .text(paper.examTime() == null ? null : paper.examTime().toString())
              .text(paper.room())
              .text(paper.examForm() == null ? null : paper.examForm().name())
              .text(paper.protocolNo())
              .day(paper.protocolDate())
              .text(paper.ruleSet())
              .number(paper.lines().size());
      paper.lines().forEach(line -> add(content, line));
      return content.toBytes();
    }
  };

  abstract byte[] content(SheetPaper paper);

  /** The checksum of a version: SHA-256 over its content in this form, 32 bytes. */
  public byte[] of(SheetPaper paper) {
    return Checksum.sha256(content(paper));
  }

  private static void add(CanonicalBytes content, SheetPaper.Line line) {
    RowResult result = line.result();
    content
        .number(line.position())
        .text(line.studentNo())
        .text(plain(line.first()))
        .text(plain(line.second()))
        .number(number(result.rating()))
        .number(number(result.score()))
        .text(name(result.mark()))
        .number(number(result.percent()))
        .text(result.sign())
        .text(result.grade() == null ? null : name(result.grade().mark()));
  }

  private static String plain(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros().toPlainString();
  }

  private static Long number(Integer value) {
    return value == null ? null : value.longValue();
  }

  private static String name(Mark mark) {
    return mark == null ? null : mark.name();
  }
}
