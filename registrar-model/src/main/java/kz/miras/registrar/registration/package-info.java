/**
 * Enrolment into disciplines: its rules, limits and seats.
 *
 * <p>What registration must know of results it asks through ports of its own; history answers them.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>REG-2 prerequisites are passed or recognised; one being studied lets in provisionally, one
 *       of the same term does not; when its mark is published the seat is firm or ends, a firm one
 *       whose mark was changed is kept until the office decides (O152 п.33, 35)
 *   <li>REG-3 a student has one seat in the stream, the group and the subgroup; the stream and the
 *       group that were chosen, or any; a full one takes nobody, whoever comes then waits in turn,
 *       for no other stream or group than was named (O152 п.30)
 *   <li>REG-4 a cancelled or closed offering takes nobody; an elective group below the minimum, and
 *       a stream of one beside another, is proposed for closing; only open sections are closed,
 *       merged or split, and who waits for one that is closed waits elsewhere with the time of the
 *       place (O152 п.30)
 *   <li>REG-5 dropping inside the change window leaves no trace; after it a student withdraws with
 *       W and a reason; an enrolment ends once; a line without a seat leaves the plan by the same
 *       rule while a window is open; a swap drops the old discipline, a seat for a seat alone and
 *       nothing the same request asks for, one that is paid or promoted after the window ends it
 *       with W; changes end with the student's own window of changes, without one after the working
 *       days of the rules; who leaves the university has W in a term that has begun, and no trace
 *       in one that has not
 *   <li>REG-6 a student registers inside the window of the calendar, from the own time ticket on,
 *       in the late window with a written explanation; while disciplines are chosen no seat is
 *       given; the office is not bound by it until changes end, then a late enrolment is decided by
 *       the director or the deputy
 *   <li>REG-7 a minor is taken inside the components ВК and КВ: it is none of ОК, and has room in
 *       what the electives leave (O152 п.34)
 *   <li>REG-8 beyond the soft limit of credits only with consent, and at the same credits without;
 *       debts have a limit of their own, a low GPA may have a lower one
 *   <li>REG-9 only who studies registers
 *   <li>REG-10 a discipline is taken once in a term, whichever stream of it
 *   <li>REG-11 lessons of a student do not overlap, neither those of two disciplines nor those of
 *       stream and group of one; the groups a student leaves to the system are chosen so that as
 *       much as possible of the plan fits
 *   <li>REG-12 a teacher or examiner is appointed inside the term; one who is replaced stays in the
 *       history and types no more from that day; a replacement in mid-term names its basis
 *   <li>REG-13 seats taken or kept are not taken away by making a section smaller
 *   <li>REG-14 nobody goes beyond the hard limit of credits of a regular term
 *   <li>REG-15 a hold is settled first, before anything new is asked for; it takes away nothing
 *       that was asked for before; financial holds count only where the university says so
 *   <li>REG-16 a discipline comes from the programme, the catalogue, the minor the student follows,
 *       a debt or a difference; any other needs the approval of the office; a debt is what is owed,
 *       a difference what an order has left open, whatever a line calls itself
 *   <li>REG-17 a corequisite is passed, studied or taken in the same plan, in whatever order it is
 *       asked for; where it is left later the office decides about what needs it; a decision sets
 *       aside this rule alone, whatever else the line stands on is still waited for
 *   <li>REG-18 a whole plan of a term below the usual credits is warned of, or below what is left
 *       of the programme where that is less
 *   <li>REG-19 of a choice block exactly the required credits are taken
 *   <li>REG-20 another language than the student's is warned of or refused, as decided
 *   <li>REG-21 what is to be paid is only requested until the payment is confirmed
 *   <li>REG-22 a discipline is taken in a language it is taught in: that of its offering, or one
 *       the catalogue, the programme or an offering of the term has it in; one whose demand was
 *       merged into another is chosen in that one; that of an offering does not change while
 *       somebody has it
 *   <li>REG-30 of a request that wants all or nothing nothing is taken unless everything can be
 *   <li>REG-31 only free seats nobody waits for are kept for a programme or a group, until a day
 *       inside the term; on it they are everybody's
 *   <li>REG-32 a request sent again with its key takes nothing again and gets the same answer; its
 *       receipt seals the whole answer, all the logs of sections and plans say of it, and the
 *       receipt the student got before
 *   <li>REG-33 a waiting list has a published order, by class and then by who came first under the
 *       section's lock; who is first gets the seat in the moment it becomes free, of any pool that
 *       is theirs, a hold placed since then notwithstanding: the place was asked for before it; who
 *       names no group waits for each that will do, is seated in the first that has a seat and
 *       whose lessons overlap with nothing else, and nobody who comes later passes
 *   <li>SUM-2 a discipline of the summer serves the purpose the student chose, one of the lawful
 *       ones; another university is named, and what is studied there alone takes no seat here and
 *       must be recognised (O152 п.22)
 *   <li>SUM-3 in the summer one limit of credits counts for everything
 *   <li>CTL-9 a passed discipline is taken again only to raise the GPA, in a later term, with a
 *       warning; only a passed one is raised, and a repeat is named as one (O595 п.45)
 *   <li>CTL-10 attempts stay within the limit where the university sets one; many are warned of
 *       (O595 п.40)
 *   <li>WIN-1 a window of registration closes after it opens and no later than its term ends; its
 *       last wave begins before it closes; the summer has a registration of its own (O152 п.18, 22)
 *   <li>WIN-2 a window outside the period the academic calendar gives is warned of (O152 п.18)
 *   <li>WIN-3 a window is approved by another person than who prepared it; changed, it waits for
 *       approval again, and what was approved stays in force meanwhile
 *   <li>WIN-4 of the windows that include a student the narrowest is the student's; one that is off
 *       switches the stage off; without any the academic calendar opens it (O152 п.33)
 *   <li>WIN-5 waves are drawn by a published lot nobody can choose, the same whenever it is drawn
 *   <li>HLD-1 a hold tells what is to be settled and with whom, and stands once
 *   <li>HLD-2 financial holds are placed and removed by accounting alone, all others by the office
 *   <li>HLD-3 a hold is removed once, with a reason, and stays in the history
 *   <li>MIN-1 a minor is another programme than the student's own, of the same level; it is
 *       recorded on a document with its days (O152 п.34)
 *   <li>REQ-1 a request for a decision names what its kind needs and why; a late enrolment is
 *       explained by the student; a waiver names a rule a decision may set aside
 *   <li>REQ-2 a request is decided once, by another person than who asked; a rejection says why
 *   <li>REQ-3 the same matter is asked for once at a time; only who asked takes it back
 *   <li>REQ-4 what is approved is carried out once; a late enrolment opens nothing but that one
 *       act, and that of a group is carried out when nobody of it is left out
 * </ul>
 */
package kz.miras.registrar.registration;
