package kz.miras.registrar.access.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.PlaceTicket;
import kz.miras.registrar.access.RoomFigures;
import kz.miras.registrar.access.RoomMode;
import kz.miras.registrar.access.RoomState;
import kz.miras.registrar.access.TicketSeal;
import kz.miras.registrar.access.TicketTurn;
import kz.miras.registrar.access.WaitingRoom;
import kz.miras.registrar.access.service.TicketClaims.Claim;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * ACC-10. Stands before every check of a password, on the sign-in page and in the services alike.
 * Neither looking at a ticket nor giving one out touches session, database or password.
 */
@ApplicationScoped
public class Doorkeeper {

  /** How many accounts that cannot keep a ticket are remembered. */
  private static final int REMEMBERED = 20_000;

  @Inject private SealKey key;
  @Inject private UniversityTime time;
  @Inject private RoomSettings settings;
  @Inject private TicketClaims claims;

  private final Map<String, PlaceTicket> remembered = new Remembered<>();
  private final Map<String, Boolean> programs = Collections.synchronizedMap(new Remembered<>());

  /** The latest of them; the others are forgotten. */
  private static final class Remembered<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > REMEMBERED;
    }
  }

  private CheckCost cost;
  private PlaceFile places;
  private TicketSeal seal;
  private WaitingRoom room;
  private volatile RoomFigures figures;

  /** A check of a password. */
  @FunctionalInterface
  public interface Check<X extends Exception> {
    /**
     * Checks it.
     *
     * @throws X where it is wrong
     */
    void run() throws X;
  }

  /** What became of somebody who wanted a password checked. */
  public enum Admission {
    /** The password was checked, and is right. */
    ADMITTED,
    /** It was not checked: it is not their turn. */
    WAITING,
    /** It was not checked: the ticket is somebody else's. */
    OTHERS_TICKET
  }

  @PostConstruct
  void open() {
    cost = new CheckCost();
    places = PlaceFile.ofServer();
    seal = key.tickets();
    figures = settings.read();
    room = new WaitingRoom(node(), figures.pace(cost.seconds(), processors()), places, time.now());
  }

  /** Name of this node. */
  String node() {
    return System.getenv().getOrDefault("REGISTRAR_NODE", "registrar");
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Somebody comes to the sign-in page.
   *
   * @param written the ticket they show; null, or anything, where they have none
   * @return where they stand; empty where nobody waits because the room is switched off
   */
  public Optional<TicketTurn> knock(String written) {
    return isOff() ? Optional.empty() : Optional.of(turn(seal.read(written), false));
  }

  /**
   * A program comes with a password. A processor that has nothing to do takes it at once; one that
   * shows no ticket is known again by its account and address.
   */
  public Optional<TicketTurn> knock(String written, String login, String address) {
    if (isOff()) {
      return Optional.empty();
    }
    String who = who(login, address);
    Optional<PlaceTicket> shown = seal.read(written).or(() -> remembered(who));
    TicketTurn turn = turn(shown, cost.running() < idleBelow());
    synchronized (remembered) {
      if (turn.ticket().queued()) {
        remembered.put(who, turn.ticket());
      } else {
        remembered.remove(who);
      }
    }
    return Optional.of(turn);
  }

  private static String who(String login, String address) {
    return login + " " + address;
  }

  /**
   * A program has signed in. From this address it is let in at once from now on: programs come
   * seldom, and many people work with each.
   */
  public void know(String login, String address) {
    programs.put(who(login, address), true);
  }

  /** Whether a program has signed in from there before. */
  public boolean knows(String login, String address) {
    return programs.containsKey(who(login, address));
  }

  private Optional<PlaceTicket> remembered(String who) {
    synchronized (remembered) {
      return Optional.ofNullable(remembered.get(who));
    }
  }

  private int idleBelow() {
    return Math.max(1, processors() * figures.sharePercent() / 100);
  }

  private TicketTurn turn(Optional<PlaceTicket> ticket, boolean idle) {
    Instant now = time.now();
    return ticket.isPresent() ? room.look(ticket.get(), now, idle) : room.arrive(now, idle);
  }

  /** Where the owner of a ticket stands; empty where it is no ticket of this university. */
  public Optional<TicketTurn> look(String written) {
    return seal.read(written).map(ticket -> room.look(ticket, time.now(), false));
  }

  /** A ticket as it is handed out. */
  public String write(PlaceTicket ticket) {
    return seal.write(ticket);
  }

  /** Whether the room is switched off. */
  public boolean isOff() {
    return figures.mode() == RoomMode.OFF;
  }

  /**
   * Has a password checked if it is the turn of this ticket; the turn is used by it, whatever comes
   * out.
   *
   * @param written the ticket
   * @param login whose password
   * @throws X what the check throws where the password is wrong
   */
  public <X extends Exception> Admission check(String written, String login, Check<X> check)
      throws X {
    if (isOff()) {
      measured(check);
      return Admission.ADMITTED;
    }
    Optional<PlaceTicket> ticket = seal.read(written);
    if (ticket.isEmpty() || !room.look(ticket.get(), time.now(), false).open()) {
      return Admission.WAITING;
    }
    Claim claim = ticket.get().queued() ? claims.claim(written, login) : Claim.OWN;
    if (claim == Claim.OTHERS) {
      return Admission.OTHERS_TICKET;
    }
    boolean right = false;
    try {
      if (!room.use(ticket.get(), time.now())) {
        return Admission.WAITING;
      }
      measured(check);
      right = true;
      return Admission.ADMITTED;
    } finally {
      if (!right && claim == Claim.NEW) {
        claims.release(written, login);
      }
    }
  }

  /**
   * Has a password checked that nobody has to wait for.
   *
   * @throws X what the check throws where the password is wrong
   */
  public <X extends Exception> void measured(Check<X> check) throws X {
    long begun = cost.begin();
    try {
      check.run();
    } finally {
      cost.end(begun);
    }
  }

  /** Reads the figures anew and lets people in at the pace measured last. */
  void adjust() {
    figures = settings.read();
    room.setPace(figures.pace(cost.seconds(), processors()), time.now());
    places.force();
  }

  RoomState state() {
    return room.state(time.now());
  }

  RoomFigures figures() {
    return figures;
  }

  /** Processor time of a check. */
  Duration costOfCheck() {
    return Duration.ofNanos((long) (cost.seconds() * 1e9));
  }
}
