package kz.miras.registrar.registration.service;

import java.util.List;

/** The seats of a transaction, under their locks. */
record LockedSeats(SeatClerk clerk, SeatPools pools, SeatWork work) implements SeatTurn.Seats {

  @Override
  public String free(long section, List<String> pool) {
    return work.book.free(section, pool);
  }

  @Override
  public int waiting(long section) {
    return work.book.row(section, SeatBook.ALL).waiting;
  }

  @Override
  public boolean has(long section) {
    return work.book.holds(section);
  }

  @Override
  public void more(List<Long> sections) {
    clerk.more(work, sections);
  }

  @Override
  public SeatHints seen(List<Long> sections) {
    return pools.hints(sections);
  }
}
