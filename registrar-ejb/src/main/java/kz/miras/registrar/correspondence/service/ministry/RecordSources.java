package kz.miras.registrar.correspondence.service.ministry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.correspondence.ministry.PlatformType;

/** Where the records of every type are. */
final class RecordSources {

  private static final Map<PlatformType, RecordSource> ALL = new EnumMap<>(PlatformType.class);

  static {
    Stream.of(CatalogueSources.all(), OrderSources.all(), StudentSources.all())
        .flatMap(List::stream)
        .forEach(source -> ALL.put(source.type(), source));
  }

  private RecordSources() {}

  static RecordSource of(PlatformType type) {
    return ALL.get(type);
  }
}
