/**
 * What has been earned: the ledger of results, credits, GPA, debts, promotion, honours.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ACH-1 of several attempts the last positive one counts, or the best where the university
 *       says so (O595 п.48)
 *   <li>ACH-2 a failed raise takes away neither grade nor credits
 *   <li>ACH-3 a correction stands where the entry it corrects stood, however late it was posted
 *   <li>ACH-4 I and W earn nothing and replace nothing, in a sitting that continues an attempt too
 *   <li>ACH-5 a correction that passes is not taken back by an FX retake it overtook
 *   <li>ACH-6 additional study is told by why it is taken; a minor within the plan is none (domain
 *       2.1)
 *   <li>ACH-8 the past of a day is what was recorded by then; of what was taken over, what had
 *       happened by then
 *   <li>ACH-10 an exemption meets what was asked: nothing is owed, no attempt is spent, no average
 *       moves, no rate counts it; it earns credits only where the rules of its time say so, and
 *       takes no pass away (domain 3.1)
 *   <li>COR-1 a posted result is corrected on a basis document with a reason (domain 3.1)
 *   <li>COR-2 the corrected entry stays; a result is corrected by one entry, which may be corrected
 *       itself
 *   <li>COR-3 one person asks for a correction, another decides (domain 6)
 *   <li>COR-4 an appeal raises the exam score or leaves it (domain 2.6)
 *   <li>DEB-1 what is failed, due and not taken, or an open difference is a debt (O152 п.22)
 *   <li>DEB-2 a pass by retake, repeat, summer or recognition closes it (O152 п.22, 36)
 *   <li>DEB-3 a difference named by a list is owed from then on, to be closed by its day (domain
 *       2.8)
 *   <li>DEB-4 every debt is told with how, until when and at what price it can be closed (O152
 *       п.22, 36)
 *   <li>GPA-1 GPA is the sum of credits times digital equivalents over the sum of credits, failures
 *       included (O152 п.2(28))
 *   <li>GPA-2 the GPA of a term is made of the attempts of that term and never changed by another
 *   <li>GPA-3 the GPA of a year is made of autumn, spring and summer
 *   <li>GPA-4 P and recognition without a grade earn credits and leave the GPA alone
 *   <li>GPA-5 without graded credits there is no GPA, never zero
 *   <li>GPA-6 excluded disciplines earn credits; additional study is shown apart
 *   <li>GPA-7 the exact fraction is kept, the printed value is rounded half up
 *   <li>GPA-8 every result counts by the rules of its own time; of two attempts the rules of the
 *       later choose (PAR-5)
 *   <li>INC-1 an I may be closed within so many days after the next semester has begun; not before
 *       they are over it becomes a failure (domain 2.5, EXM-8)
 *   <li>INC-2 the clock of an I stops during leave
 *   <li>INC-3 so many days before the last day of an I its student is told
 *   <li>INC-4 nobody sits for an I after its last day; a sitting held in time is awaited before the
 *       I fails, and what the list asks for another person approves in one act (domain 2.4)
 *   <li>HON-1 diploma with honours (O595 п.50)
 *   <li>PRO-1 promotion needs the threshold and the decision of the Academic council
 *   <li>PRO-2 before the summer is closed a decision is provisional
 *   <li>PRO-3 promoted, promoted with debts, or repeat year, by the GPA as printed
 * </ul>
 */
package kz.miras.registrar.achievement;
