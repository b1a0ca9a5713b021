/** Lists, imports and the daily desk of the office. */
package kz.miras.registrar.office.service;
