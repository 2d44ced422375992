export { addDays, addMonths, daysBetween, endOfMonth, isDate, lastDayOf } from './dates.ts';
export {
  monthsOf,
  type Period,
  periodsOf,
  type Year,
  yearCode,
  yearFault,
  yearFrom,
  yearsCovering,
} from './years.ts';
