import { expect, it } from 'vitest';
import { damaged, randomFrom } from '../../../test/damage.ts';
import { encoder, fileOf, readAll } from '../../../test/reading.ts';
import { type Parts, partsOf, rowXml, zipOf } from '../../../test/workbooks.ts';
import { FormatError, type ReadOptions } from '../codec.ts';
import { detectCodec } from '../index.ts';
import { xlsx } from './index.ts';

/** The same files every time: `FUZZ_SEED=7 FUZZ_RUNS=100000 npx vitest run xlsx/fuzz` gives others, and more. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_250_310);
const runs = Number(process.env['FUZZ_RUNS'] ?? 2_000);

const sample = partsOf({
  sheets: {
    Ledger:
      rowXml(1, 'entry', 'date', 'journal', 'account', 'debit', 'credit', 'description') +
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45658</v></c><c r="C2" t="s"><v>1</v></c>' +
      '<c r="D2"><v>512</v></c><c r="E2"><v>1.0000000000000001E-2</v></c><c r="G2" t="e"><v>#REF!</v></c></row>' +
      rowXml(3, '1', '<c s="1"><f>TODAY()</f><v>45000.5</v></c>', 'OD', '7', '', '1.00', 'é &amp; _x000D_'),
    'Ledger 2': rowXml(1, 'entry', 'date'),
  },
  strings: '<si><t>1</t></si><si><r><t>O</t></r><r><t>D</t></r><rPh><t>x</t></rPh></si>',
  formats: ['yyyy-mm-dd'],
});
const names = Object.keys(sample);
const whole = zipOf(sample);

/** What makes a reader of XML or of numbers go wrong. */
const pieces = [
  '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "x">]>',
  '&b;',
  '&#0;',
  '&#xd800;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<a>'.repeat(300),
  '<c><v>'.repeat(20),
  `<v>${'9'.repeat(10_000)}</v>`,
  `<v>1E${'9'.repeat(20)}</v>`,
  '<v>-1E-300</v>',
  '<row r="1048577">',
  '<c r="ZZZZ9">',
  ' t="s"',
  ' s="-1"',
  ' s="99999"',
  "='",
  '"',
  '<is><t>',
  '_xD83D_',
  '\0',
  '<sheet r:id="rId1" name="x"/>',
];

/** A part with pieces put into it or cut out of it, or damaged as any text may be. */
function broken(text: string, random: (limit: number) => number): string | Uint8Array {
  if (random(3) === 0) return damaged(encoder.encode(text), random);

  let changed = text;
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const from = random(changed.length + 1);
    const to = random(2) === 0 ? from : from + random(60);
    changed = changed.slice(0, from) + pieces[random(pieces.length)] + changed.slice(to);
  }
  return changed;
}

function file(random: (limit: number) => number): Uint8Array {
  if (random(4) === 0) return damaged(whole, random);

  const parts: Record<string, string | Uint8Array> = { ...(sample as Parts) };
  // The sheet and the shared texts are where most of a reader is.
  const name = random(2) === 0 ? 'xl/worksheets/sheet1.xml' : (names[random(names.length)] ?? '');
  if (random(20) === 0) delete parts[name];
  else parts[name] = broken(String(sample[name]), random);
  return zipOf(parts);
}

it(`xlsx.read: ${runs} damaged files give rows, faults or a FormatError (seed ${seed})`, {
  timeout: 30_000 + runs * 20,
}, async () => {
  const random = randomFrom(seed);
  const resources: ReadOptions['resource'][] = ['ledger', 'entries', 'accounts', 'opening-balances'];
  const cpu = process.cpuUsage();
  let refused = 0;
  let peak = 0;

  for (let n = 0; n < runs; n += 1) {
    const bytes = file(random);
    const resource = resources[random(12)] ?? 'ledger';
    detectCodec(bytes.subarray(0, 65_536), 'file');

    try {
      const { reads } = await readAll(xlsx, fileOf(bytes, 1 + random(4096)), { resource });
      for (const one of reads) {
        expect(one.line).toBeGreaterThan(0);
        if ('faults' in one) expect(one.faults.length).toBeGreaterThan(0);
      }
    } catch (error) {
      if (!(error instanceof FormatError)) {
        throw new Error(`file ${n} of seed ${seed}: ${Buffer.from(bytes).toString('base64')}`, {
          cause: error,
        });
      }
      refused += 1;
    }
    if (n % 500 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }

  const { user, system } = process.cpuUsage(cpu);
  if (runs > 2_000) {
    process.stdout.write(
      `${runs} files, ${refused} refused: ${(user + system) / 1e6} s of CPU, peak ${peak / 2 ** 20} MB\n`,
    );
  }
  // Neither may be all of them: then the damage would test nothing.
  expect(Math.min(runs - refused, refused)).toBeGreaterThan(runs / 20);
});
