import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isDate,
  lastDayOf,
  monthsOf,
  periodsOf,
  yearCode,
  yearFault,
  yearsCovering,
} from './index.ts';

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('isDate', () => {
  it('isDate: days that do not exist are refused', () => {
    for (const text of [
      '2023-02-30',
      '2023-02-29',
      '1900-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '2023-01-00',
    ]) {
      expect(isDate(text), text).toBe(false);
    }
    for (const text of ['2024-02-29', '2000-02-29', '2023-12-31', '1900-01-01'])
      expect(isDate(text), text).toBe(true);
  });

  it('isDate: other ways of writing a day are refused', () => {
    for (const text of [
      '20230101',
      '2023-1-1',
      '01/02/2023',
      '2023-01-01T00:00:00Z',
      ' 2023-01-01',
      '0000-01-01',
      '',
    ]) {
      expect(isDate(text), text).toBe(false);
    }
  });
});

describe('addDays', () => {
  it('addDays: crosses leap days, months and centuries', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2100-03-01', -1)).toBe('2100-02-28');
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01');
  });

  it('addDays: daysBetween is its opposite, and both agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(Date.parse(to) - Date.parse(from)).toBe(days * 86_400_000);
      }),
    );
  });
});

describe('addMonths', () => {
  it('addMonths: a day that the month lacks becomes its last', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2023-12-15', 1)).toBe('2024-01-15');
    expect(addMonths('2023-03-31', -13)).toBe('2022-02-28');
  });

  it('lastDayOf: twelve months end the day before, also from a leap day', () => {
    expect(lastDayOf('2022-01-01', 12)).toBe('2022-12-31');
    expect(lastDayOf('2021-09-01', 12)).toBe('2022-08-31');
    expect(lastDayOf('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('periodsOf', () => {
  it('periodsOf: opening, months cut at the edges, adjustment and closing', () => {
    const periods = periodsOf({ code: '2022', start: '2022-04-15', end: '2022-06-10' });
    expect(periods).toEqual([
      { number: 0, kind: 'opening', name: '2022/0', start: '2022-04-15', end: '2022-04-15' },
      { number: 1, kind: 'regular', name: '2022/1', start: '2022-04-15', end: '2022-04-30' },
      { number: 2, kind: 'regular', name: '2022/2', start: '2022-05-01', end: '2022-05-31' },
      { number: 3, kind: 'regular', name: '2022/3', start: '2022-06-01', end: '2022-06-10' },
      { number: 4, kind: 'adjustment', name: '2022/4', start: '2022-06-10', end: '2022-06-10' },
      { number: 5, kind: 'closing', name: '2022/5', start: '2022-06-10', end: '2022-06-10' },
    ]);
  });

  it('monthsOf: partitions any year that is allowed', () => {
    fc.assert(
      fc.property(date, fc.nat(730), (start, days) => {
        const end = addDays(start, days);
        fc.pre(yearFault({ start, end }) === undefined);

        const months = monthsOf({ start, end });
        expect(months[0]?.start).toBe(start);
        expect(months.at(-1)?.end).toBe(end);
        for (const [index, month] of months.entries()) {
          expect(month.start <= month.end).toBe(true);
          expect(month.start.slice(0, 7)).toBe(month.end.slice(0, 7));
          const before = months[index - 1];
          if (before) expect(addDays(before.end, 1)).toBe(month.start);
        }
      }),
    );
  });
});

describe('yearFault', () => {
  it('yearFault: one day to 24 months', () => {
    expect(yearFault({ start: '2022-01-01', end: '2022-01-01' })).toBeUndefined();
    expect(yearFault({ start: '2022-01-01', end: '2023-12-31' })).toBeUndefined();
    expect(yearFault({ start: '2022-01-01', end: '2024-01-01' })).toMatchObject({ code: 'invalid_request' });
    expect(yearFault({ start: '2022-01-02', end: '2022-01-01' })).toMatchObject({ code: 'invalid_request' });
    expect(yearFault({ start: '2022-02-30', end: '2022-12-31' })).toMatchObject({ code: 'date_invalid' });
  });
});

describe('yearCode', () => {
  it('yearCode: the year of the last day, both dates when that is taken', () => {
    expect(yearCode('2021-09-01', '2022-08-31')).toBe('2022');
    expect(yearCode('2022-09-01', '2022-12-31', ['2021', '2022'])).toBe('2022-09-01..2022-12-31');
  });
});

describe('yearsCovering', () => {
  it('yearsCovering: begins on the day that the tenant names', () => {
    expect(yearsCovering('2022-02-01', '2023-09-01', '09-01')).toEqual([
      { start: '2021-09-01', end: '2022-08-31' },
      { start: '2022-09-01', end: '2023-08-31' },
      { start: '2023-09-01', end: '2024-08-31' },
    ]);
    expect(yearsCovering('2025-01-01', '2025-12-31', '01-01')).toEqual([
      { start: '2025-01-01', end: '2025-12-31' },
    ]);
  });

  it('yearsCovering: holds the first and the last day, without a hole, from any day of the year', () => {
    fc.assert(
      fc.property(date, fc.nat(3_000), date, (first, days, anyDay) => {
        const last = addDays(first, days);
        const years = yearsCovering(first, last, anyDay.slice(5));
        expect((years[0]?.start ?? '') <= first && last <= (years.at(-1)?.end ?? '')).toBe(true);
        expect((years[0]?.end ?? '') >= first && (years.at(-1)?.start ?? '') <= last).toBe(true);
        for (const [index, year] of years.entries()) {
          expect(yearFault(year)).toBeUndefined();
          const before = years[index - 1];
          if (before) expect(addDays(before.end, 1)).toBe(year.start);
        }
      }),
    );
  });
});
