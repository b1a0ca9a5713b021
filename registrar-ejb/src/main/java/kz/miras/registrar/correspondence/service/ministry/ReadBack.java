package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformMapping.Mapped;
import kz.miras.registrar.correspondence.ministry.PlatformSound;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.service.ministry.PartStep.Compared;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-13. Reads page by page what the platform has and compares it with what would be sent. */
@ApplicationScoped
class ReadBack {

  private static final int PAGE = 200;

  @Inject private RecordReader reader;
  @Inject private MinistryRows rows;
  @Inject private MinistryStore store;
  @Inject private UniversityTime time;

  /** Compares all of a type; false where the run was stopped. */
  boolean part(MinistryRun run, MinistryRun.Part part, Platform platform) {
    PlatformCodes codes = rows.codes();
    store.anew(run, part);
    store.total(run.id(), part.place(), reader.count(part.type()));
    boolean read =
        pages(
            run,
            part,
            platform,
            records -> {
              Map<Long, Mapped> ours = reader.byNumbers(part.type(), records.keySet(), codes);
              PartStep step = new PartStep(part.type(), 0, 0);
              records.forEach(
                  (number, theirs) -> {
                    Mapped mapped = ours.get(number);
                    step.compared.add(
                        new Compared(
                            number,
                            mapped,
                            theirs,
                            RecordDifference.of(mapped == null ? null : mapped.record(), theirs)));
                  });
              return step;
            });
    return read && missing(run, part, codes);
  }

  /** Keeps what the platform has in fields this system keeps nothing of. */
  boolean carry(MinistryRun run, MinistryRun.Part part, Platform platform) {
    return pages(
        run,
        part,
        platform,
        records -> {
          PartStep step = new PartStep(part.type(), 0, 0);
          records.forEach(
              (number, theirs) -> step.carried.add(new Compared(number, null, theirs, List.of())));
          return step;
        });
  }

  private boolean pages(
      MinistryRun run,
      MinistryRun.Part part,
      Platform platform,
      Function<Map<Long, Map<String, Object>>, PartStep> work) {
    for (int page = 0; store.alive(run.uuid()); page++) {
      Platform.ReadPage read = platform.page(part.type(), page, PAGE);
      Map<Long, Map<String, Object>> records = byNumber(part.type(), read.records());
      if (!records.isEmpty()) {
        store.step(run, part, work.apply(records));
      }
      if (read.last()) {
        return true;
      }
    }
    return false;
  }

  private static Map<Long, Map<String, Object>> byNumber(
      PlatformType type, List<Map<String, Object>> records) {
    Map<Long, Map<String, Object>> byNumber = new LinkedHashMap<>();
    for (Map<String, Object> record : records) {
      if (record.get(type.keyField()) instanceof Number number) {
        byNumber.put(number.longValue(), record);
      }
    }
    return byNumber;
  }

  /** What would be sent and was on no page. */
  private boolean missing(MinistryRun run, MinistryRun.Part part, PlatformCodes codes) {
    long position = 0;
    while (store.alive(run.uuid())) {
      Optional<RecordReader.Part> next = reader.after(part.type(), position, PAGE, codes);
      if (next.isEmpty()) {
        store.endPart(run, part);
        return true;
      }
      List<Mapped> sound =
          next.get().records().stream()
              .filter(one -> PlatformSound.judge(one, time.today()).isAllowed())
              .toList();
      Collection<Long> seen =
          rows.seen(run.id(), part.type(), sound.stream().map(one -> one.record().id()).toList());
      PartStep step = new PartStep(part.type(), 0, next.get().last());
      List<Compared> missing = new ArrayList<>();
      for (Mapped one : sound) {
        if (!seen.contains(one.record().id())) {
          missing.add(
              new Compared(one.record().id(), one, null, RecordDifference.of(one.record(), null)));
        }
      }
      step.compared.addAll(missing);
      store.step(run, part, step);
      position = step.last;
    }
    return false;
  }
}
