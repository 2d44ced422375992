import { describe, expect, test } from 'vitest';
import { parseMigration } from './migration.ts';
import { readRelease } from './release.ts';

const update = 'update t set a = 1 from batch where t.id = batch.id and t.tenant_id = batch.tenant_id;';

describe('migrations.files', () => {
  test('migrations.files of this program say what they are, and rise', () => {
    const { migrations, speaksFrom } = readRelease();
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.map((m) => m.number)).toEqual(migrations.map((_, i) => i + 1));
    expect(speaksFrom).toBe(migrations.length);
  });

  test('migrations.files a backfill names its rows, and its statement works on the batch', () => {
    const parsed = parseMigration('0102-fill.sql', `-- phase: backfill\n-- rows: t (id, at)\n${update}`);
    expect(parsed).toMatchObject({ number: 102, phase: 'backfill', rows: { table: 't', key: ['id', 'at'] } });
  });

  test('migrations.files an index that is built beside everything, and its way back, are long', () => {
    const text =
      '-- phase: expand\n-- Why.\ncreate index concurrently i on t (a);\n-- down\ndrop index concurrently i;\n';
    expect(parseMigration('0103-i.sql', text)).toMatchObject({
      isLong: true,
      down: ['drop index concurrently i'],
    });
  });

  test.each([
    ['1-short.sql', '-- phase: expand\nselect 1;', /is named 0001-/],
    ['0001-a.sql', 'select 1;', /first line is/],
    ['0001-a.sql', '-- phase: shrink\nselect 1;', /first line is/],
    ['0001-a.sql', '-- phase: expand\nselect 1', /ends without a semicolon/],
    ['0001-a.sql', '-- phase: expand\nselect 1;\n-- down\nselect 2;\n-- down\nselect 3;', /one `-- down`/],
    ['0001-a.sql', '-- phase: contract\nselect 1;\n-- down\nselect 2;', /no way back/],
    ['0001-a.sql', `-- phase: backfill\n${update}`, /-- rows: table/],
    ['0001-a.sql', '-- phase: expand\n-- rows: t (id)\nselect 1;', /-- rows: table/],
    ['0001-a.sql', '-- phase: backfill\n-- rows: t (id)\nupdate t set a = 1;', /rows of `batch`/],
    [
      '0001-a.sql',
      '-- phase: expand\nselect 1;\ncreate index concurrently i on t (a);',
      /migration of its own/,
    ],
    ['0001-a.sql', '-- phase: contract\ndrop index concurrently i;', /a contract is done in a moment/],
    ['0001-a.sql', '-- phase: contract\nalter table t validate constraint c;', /is an expand of its own/],
  ])('migrations.files %s that reads %j is refused', (name, text, sentence) => {
    expect(() => parseMigration(name, text)).toThrow(sentence);
  });
});
