/** Cards of the catalogue, working curricula and the rules in force. */
package kz.miras.registrar.curriculum.web;
