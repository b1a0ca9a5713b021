package kz.miras.registrar.correspondence.service.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformMapping.Mapped;
import kz.miras.registrar.correspondence.ministry.PlatformNames;
import kz.miras.registrar.correspondence.ministry.PlatformRecord;
import kz.miras.registrar.correspondence.ministry.PlatformSound;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.BatchSending.Pausing;
import kz.miras.registrar.correspondence.service.ministry.PartStep.Compared;
import kz.miras.registrar.correspondence.service.ministry.PartStep.Judged;
import kz.miras.registrar.correspondence.service.ministry.PlatformFailure.Kind;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-3 to GOV-13. Judges the records of a type and, as the run wants it, writes or sends them. */
@ApplicationScoped
class OutgoingPart {

  /** Records of a request: few enough for the platform's patience, and to be halved. */
  static final int STEP = 200;

  @Inject private RecordReader reader;
  @Inject private MinistryRows rows;
  @Inject private MinistryStore store;
  @Inject private ReadBack readBack;
  @Inject private UniversityTime time;

  /** Whether all of it is done; false where the run was stopped. */
  boolean part(
      MinistryRun run,
      MinistryRun.Part part,
      Platform platform,
      SendPauses pauses,
      Pausing pausing) {
    PlatformCodes codes = rows.codes();
    PlatformNames names = rows.names();
    if (part.position() == 0) {
      store.total(run.id(), part.place(), reader.count(part.type()));
      if (run.kind() == RunKind.SEND && !readBack.carry(run, part, platform)) {
        return false;
      }
    }
    long position = part.position();
    while (store.alive(run.uuid())) {
      Optional<RecordReader.Part> next = reader.after(part.type(), position, STEP, codes);
      if (next.isEmpty()) {
        store.endPart(run, part);
        return true;
      }
      PartStep step = new PartStep(part.type(), position + 1, next.get().last());
      Map<Long, Map<String, Object>> theirs = theirs(step, next.get().records());
      for (Mapped one : next.get().records()) {
        Mapped whole = one.carrying(theirs.get(one.record().id()));
        step.judged.add(new Judged(one, PlatformSound.judge(whole, time.today())));
      }
      switch (run.kind()) {
        case DRY_RUN -> write(step, theirs, names);
        case SEND -> send(run, step, theirs, new BatchSending(platform, pauses, pausing), platform);
        default -> {
          // to look was all
        }
      }
      store.step(run, part, step);
      position = step.last;
    }
    return false;
  }

  /** GOV-1, GOV-17. What the platform has in fields this system keeps nothing of, by number. */
  private Map<Long, Map<String, Object>> theirs(PartStep step, List<Mapped> records) {
    return rows.carried(step.type, records.stream().map(one -> one.record().id()).toList());
  }

  private void write(PartStep step, Map<Long, Map<String, Object>> theirs, PlatformNames names) {
    List<PlatformRecord> sound =
        step.judged.stream()
            .filter(one -> one.verdict().isAllowed())
            .map(one -> one.mapped().record())
            .toList();
    long university = PlatformAddress.ofEnvironment().map(PlatformAddress::university).orElse(0L);
    StringBuilder lines = new StringBuilder();
    carrying(theirs, sound)
        .forEach(record -> lines.append(Json.write(names.sent(record, university))).append('\n'));
    step.asked = sound.size();
    step.content = packed(lines.toString());
  }

  private void send(
      MinistryRun run,
      PartStep step,
      Map<Long, Map<String, Object>> theirs,
      BatchSending sending,
      Platform platform) {
    List<Judged> sound = step.judged.stream().filter(one -> one.verdict().isAllowed()).toList();
    Map<Long, byte[]> sent =
        run.onlyDue()
            ? rows.sent(step.type, sound.stream().map(one -> one.mapped().record().id()).toList())
            : Map.of();
    List<PlatformRecord> due = new ArrayList<>();
    for (Judged one : sound) {
      PlatformRecord record = one.mapped().record();
      if (Arrays.equals(record.checksum(), sent.get(record.id()))) {
        step.unchanged.add(record.id());
      } else {
        due.add(record);
      }
    }
    List<PlatformRecord> whole = carrying(theirs, due);
    step.asked = due.size();
    step.sent = sending.send(whole);
    sample(step, whole, platform);
  }

  private static List<PlatformRecord> carrying(
      Map<Long, Map<String, Object>> theirs, List<PlatformRecord> records) {
    return records.stream().map(record -> record.carrying(theirs.get(record.id()))).toList();
  }

  /** GOV-13. Reads the first and the last that were taken: are all fields there? */
  private void sample(PartStep step, List<PlatformRecord> sent, Platform platform) {
    List<PlatformRecord> taken =
        sent.stream().filter(record -> step.sent.taken().contains(record.id())).toList();
    if (taken.isEmpty()) {
      return;
    }
    for (PlatformRecord record :
        taken.size() == 1 ? taken : List.of(taken.get(0), taken.get(taken.size() - 1))) {
      Optional<Map<String, Object>> theirs;
      try {
        theirs = platform.one(record.type(), record.id());
      } catch (PlatformFailure failure) {
        if (failure.kind() != Kind.REFUSING) {
          throw failure;
        }
        continue;
      }
      Mapped mapped =
          step.judged.stream()
              .map(Judged::mapped)
              .filter(one -> one.record().id() == record.id())
              .findFirst()
              .orElseThrow();
      step.compared.add(
          new Compared(
              record.id(),
              mapped,
              theirs.orElse(null),
              RecordDifference.of(record, theirs.orElse(null))));
    }
  }

  static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
