/**
 * Ratings, exams, sheets and the final grade.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>CTL-1 learning and control are separated: each column of a sheet has its owner, the office
 *       opens and closes (O152 п.37)
 *   <li>CTL-2 the control form decides which scores are taken and what they become (O595 п.40)
 *   <li>CTL-3 the final percentage is the weighted sum of rating and exam, rounded half up (O595
 *       п.40)
 *   <li>CTL-4 the admission rating is the mean of both periods, rounded half up (O595 п.40)
 *   <li>CTL-5 below the threshold of admission the result is F without an exam (O595 п.40)
 *   <li>CTL-6 a failed exam decides alone, or the total does where the university says so (O595
 *       п.40)
 *   <li>CTL-7 after FX the exam is retaken not more than once (O152 п.36, O595 п.42)
 *   <li>CTL-8 after F, or FX after its retake, the discipline is studied again (O152 п.36)
 *   <li>CTL-13 absence without a reason is 0, with one it is I
 *   <li>CTL-15 results are entered while the sheet is open, until so many hours after the exam; a
 *       closed sheet is never opened again
 *   <li>CTL-16 an exam annulled for dishonesty fails whatever the rating was
 *   <li>CTL-17 table of the distribution of positive grades (O152 п.38)
 *   <li>CTL-18 more than the accepted share of A and A- is warned of, the summer apart (risk
 *       indicator 2.21)
 *   <li>EXM-8 an I whose deadline has passed becomes a failure
 *   <li>GOS-5 the state exam has no FX retake
 *   <li>SUM-5 the summer semester has FX retakes only where the rules say so
 *   <li>ATT-1 a row closed by leave or expulsion is W and never F (domain 2.14)
 *   <li>PRG-1 absolute and quality rate of a set of results, with the excused in or out of the base
 *       (domain 3.11); quality and mean of those that bear a traditional mark
 *   <li>PRG-2 absolute and quality rate of a session by students (domain 3.11)
 *   <li>SHT-1 what somebody else has typed meanwhile is not overwritten
 *   <li>SHT-2 a cell holds a number of 0 to 100 or AB; W comes from an order, AE and NA from a
 *       decision on a document (domain 2.3, 3.1)
 *   <li>SHT-3 a group has one sheet of its first sitting, formed when somebody is or was enrolled
 *       (domain 3.1)
 *   <li>SHT-4 a sheet is submitted and closed only when every row has a result (domain 3.1)
 *   <li>SHT-5 a submitted sheet goes back with a remark on what to look at (domain 3.1)
 *   <li>SHT-6 teacher and examiner of an open sheet are replaced by order only (domain 3.1)
 *   <li>SHT-7 an FX retake or an individual sitting has a sheet of its own that continues the
 *       closed one (domain 2.4, 3.1)
 *   <li>SHT-8 the rows of an open sheet follow the enrolments of its group; who withdrew before it
 *       was formed stands in it as W, and who comes back does so no more; no score or mark is lost
 *       by a drop: the row stays and says so until the office decides (domain 2.2, 3.1)
 *   <li>SHT-23 who sits an exam early stays in the sheet of that sitting whatever the group, and
 *       gets no second row in the sheet of a new one (domain 2.5)
 *   <li>SHT-13 a score is typed from the day of the exam on, of who is admitted; a rating until the
 *       exam begins (domain 2.4, 3.1)
 *   <li>SHT-14 a sheet whose entry is locked and which nobody submitted is escalated, never posted
 *       by itself (domain 3.1)
 *   <li>SHT-15 entry beyond its lock needs a decision on a document, for a named sheet and until a
 *       named moment (domain 2.4)
 *   <li>SHT-24 submitted sheets of a session are closed in one act, each by itself and by all that
 *       holds for it alone; one with too many excellent results or an act not yet decided is left
 *       out unless asked for, as it is at the moment it would be closed (domain 3.1)
 *   <li>SHT-31 formed sheets of a session are opened in one act, each by itself; one nobody
 *       examines is left out and named (domain 3.1)
 *   <li>SHT-30 a mark typed in the row of somebody who has just left the sheet is refused by
 *       itself, and everything else typed with it is stored (domain 3.1)
 *   <li>SHT-25 the office exempts a student on a document before the row is posted, and takes that
 *       off again with a reason; the row is complete as EX, nobody types in it, and what was typed
 *       stays beneath; where a result stands already, in an FX retake or after an appeal, it takes
 *       a correction (COR-3, domain 3.1); whoever teaches or examines reads on what document, and
 *       only the office why
 *   <li>SHT-26 who fills a sheet is reminded so many days before the last day of its entry, and so
 *       many after it, once a day between two hours and never after submitting it (domain 3.1)
 *   <li>SHT-33 a control no day is named for is typed until its last day: by default the end of its
 *       period of the calendar, never sooner than so many days from its forming; then it is locked,
 *       escalated and reminded of like any sheet (domain 2.4, 3.1)
 *   <li>PUB-1 publication is recorded once for results, once for ratings and once more for each
 *       rating that was not there then; it tells each student and starts the term of appeal; a
 *       rating that is carried on to another sheet is known once it was published with the one
 *       before (domain 2.6)
 *   <li>EXM-10 who is admitted by the rating, and was not seen in the room, is denied the exam, or
 *       admitted again, by decision of the office on a document; NA and AE are nobody's to type
 *       (domain 2.5)
 *   <li>EXC-1 a no-show becomes excused by decision on a document before the exam or so many
 *       working days after it; no mistake is corrected by it, and nobody is excused who was seen in
 *       the room; before posting it is taken back on a document (domain 2.4, 2.5)
 * </ul>
 */
package kz.miras.registrar.attestation;
