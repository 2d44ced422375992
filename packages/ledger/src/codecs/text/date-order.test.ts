import { describe, expect, it } from 'vitest';
import { DateEvidence, unsureWarning } from './date-order.ts';

function found(...cells: string[]) {
  const evidence = new DateEvidence();
  for (const cell of cells) evidence.take(cell);
  return evidence.found();
}

describe('DateEvidence', () => {
  it.each([
    [['01/02/2024', '13/02/2024'], 'DMY'],
    [['01/02/2024', '02/13/2024'], 'MDY'],
    [['1.2.2024'], 'DMY'],
    [['20240102'], 'YMD'],
    [['20122024', '01022024'], 'DMY'],
    [['2024/1/2', ''], 'YMD'],
    [['x', '99/99/2024', '31-01-2024'], 'DMY'],
  ])('DateEvidence: %j is %s', (cells, order) => {
    expect(found(...cells)).toEqual({ order });
  });

  it('DateEvidence: days that can be read two ways all through are said', () => {
    const dates = found('01/02/2024', '12/12/2024', '3/4/2024');
    expect(dates).toEqual({ order: 'DMY', unsure: '01/02/2024' });
    expect(unsureWarning(dates)).toBe(
      'no date of the file says whether the day or the month comes first: "01/02/2024" is read as 2024-02-01, ' +
        '--date-format MDY reads it as 2024-01-02',
    );
  });

  it('DateEvidence: one ISO day, days that contradict each other, and no day at all decide nothing', () => {
    expect(found('2024-01-31', '31/12/2024')).toEqual({ order: undefined });
    expect(found('31/12/2024', '12/31/2024')).toEqual({ order: undefined });
    expect(found('', 'x')).toEqual({ order: undefined });
    expect(unsureWarning({ order: 'DMY' })).toBeUndefined();
  });
});
