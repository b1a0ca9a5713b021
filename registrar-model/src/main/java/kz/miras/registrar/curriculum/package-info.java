/**
 * Programmes, disciplines, plans, the grade scale and the dated parameters.
 *
 * <p>Numbered rules:
 *
 * <ul>
 *   <li>CRD-1 one credit is 30 academic hours (O152 п.23)
 *   <li>CRD-2 credits are whole; fewer than 5 for a discipline are unusual (O152 п.11)
 *   <li>CRD-5 names of disciplines do not repeat inside a programme, physical education and
 *       languages excepted (O152 п.12)
 *   <li>CRD-6 credits only for a positive result (O152 п.39)
 *   <li>CRD-7 volumes of the plan as in the state standard; warns (ГОСО)
 *   <li>CRD-8 load of 60 credits a year and 30 a semester; warns (ГОСО)
 *   <li>CRD-9 ОК only in ООД, ДВО and ИА without component, КВ in a block that is a choice (O152
 *       п.2(30))
 *   <li>CRD-10 prerequisites do not go in circles and lie in earlier terms (O152 п.35)
 *   <li>CRD-11 an approved plan changes only after it has been reopened with a reason
 *   <li>CRD-12 the code of a programme says its level and direction (classifier O569)
 *   <li>SCL-1 the letter scale (O595)
 *   <li>SCL-2 the scale is that of the date of the grade
 *   <li>SCL-3 marks that are no letters
 *   <li>PAR-1 values of parameters are readable and in range
 *   <li>PAR-2 what the law fixes cannot be changed
 *   <li>PAR-3 values agree with each other
 *   <li>PAR-4 the latest set of the level not after the day is in force
 *   <li>PAR-5 rules bind forward only
 *   <li>PAR-6 whoever proposed rules does not approve them
 * </ul>
 */
package kz.miras.registrar.curriculum;
