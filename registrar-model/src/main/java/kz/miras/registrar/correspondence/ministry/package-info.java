/**
 * The ministry's side: what the national platform of higher education (ЕПВО) is told of students,
 * orders and results, what it would refuse, and how what it has is compared (domain 4.1).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>GOV-1 a record is sent whole, since the platform empties what a record does not name; what
 *       this system keeps nothing of is carried over from there (domain 4.1)
 *   <li>GOV-2 a value of a dictionary is sent by its number there, which somebody has told; none is
 *       guessed (domain 4.1)
 *   <li>GOV-3 what is mandatory is there, names in all three languages; an absent patronymic is
 *       none, never an empty text (domain 4.1)
 *   <li>GOV-4 numbers have 32 bits, days are written yyyy-MM-dd, texts have their longest length
 *       (domain 4.1)
 *   <li>GOV-5 a citizen has an ИИН, whose seventh digit and date speak of the same sex and birth
 *       date unless somebody has confirmed that they differ; of foreigners this is not asked
 *       (domain 4.1, 4.5)
 *   <li>GOV-6 both ways of telling the state of a student follow from one; a leave is a flag, and a
 *       graduate has no course (domain 4.1)
 *   <li>GOV-7 no order of a future date is sent, nobody leaves on a future day, and each movement
 *       has its date (domain 4.1)
 *   <li>GOV-8 a result has credits and 0 to 100 percent; what was corrected is told to be no more
 *       (domain 4.1)
 *   <li>GOV-9 the number of a record on the platform is given once and never to another; it has 32
 *       bits (domain 4.1)
 *   <li>GOV-10 what the platform says it kept is compared with what was sent; where that does not
 *       add up, each record is looked for there (domain 4.1)
 *   <li>GOV-11 a platform that does not answer is asked again after longer and longer pauses; what
 *       it refuses without a reason is halved until the record is found (domain 4.1)
 *   <li>GOV-12 a run goes on after whatever broke it off and sends nothing twice that was taken;
 *       what has not changed since it was taken is not due (domain 4.1)
 *   <li>GOV-13 what the platform has is compared field by field, graduates of the year first, and a
 *       sample after each save: a field it does not know is lost without a word; what differs is
 *       due again (domain 4.1)
 *   <li>GOV-14 a dictionary that was fetched from the platform or imported says which numbers there
 *       are: another blocks what carries it; a value that is called as one entry is has its number
 *       proposed, never entered by itself (domain 4.1)
 *   <li>GOV-15 only what the last comparison has found to be there only is deleted there, one
 *       record at a time, with a reason, after it was read once more and kept (domain 4.1)
 *   <li>GOV-16 everything is compared again and again without anybody asking, every so many days as
 *       the rules in force say, begun once whatever nodes there are; what a comparison finds that
 *       the one before had not is told as new (domain 4.1)
 *   <li>GOV-17 what the platform demands and this system keeps nothing of has to be there already:
 *       a record is not sent while it is missing (domain 4.1)
 * </ul>
 */
package kz.miras.registrar.correspondence.ministry;
