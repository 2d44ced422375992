import { describe, expect, it } from 'vitest';
import { damaged, randomFrom } from '../../test/damage.ts';
import { fecPair, fecText } from '../../test/fec-files.ts';
import { encoder, fileOf, readAll } from '../../test/reading.ts';
import { sieText } from '../../test/sie-files.ts';
import { type Codec, codecs, detectCodec, FormatError, type ReadOptions } from '../index.ts';

/** The same files every time; another seed gives others: `FUZZ_SEED=7 npx vitest run fuzz`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_250_310);
const damagedFiles = 2_000;

/** A workbook is no text: `xlsx/fuzz.test.ts` has files of its own. */
const samples: Record<Exclude<Codec['name'], 'xlsx'>, string[]> = {
  csv: [
    'entry,date,journal,account,debit,credit,description\n1,2025-01-01,OD,512,1.00,,"a ""b"", é\nc"\n1,2025-01-01,OD,7,,1.00,x\n',
    '\ufeffentry;date;journal;account;amount;dim:k;extra:z;_row\r\n1;2025-01-01;OD;512;-1.234,50;x;y;9\r\n',
  ],
  jsonl: [
    '{"record":"account","code":"512","name":"é","roles":[]}\n{"record":"line","entry":"1","debit":"1.00","dimensions":{"k":"v"}}\n',
    '{"record":"party","code":"C","roles":[{"role":"customer"}]}\n{"record":"year","start":"2025-01-01","end":"2025-12-31"}\n',
  ],
  fec: [
    fecText(
      ...fecPair({ Montantdevise: '10,00', Idevise: 'USD', EcritureLet: 'A' }),
      ...fecPair({ EcritureNum: '2' }),
    ),
    fecText(...fecPair({ JournalCode: 'AN', EcritureDate: '20250101' }))
      .replaceAll('\t', '|')
      .replaceAll('\n', '|\r\r\n'),
  ],
  sie: [
    sieText(),
    sieText({ vouchers: ['#VER # 1 20250105 "a \\" b"', '{', '#TRANS 1930 {} 0 20250106 "" 2', '}'] }),
  ],
};

const textFormats = Object.keys(samples) as (keyof typeof samples)[];

describe.each(textFormats)('%s.read of damaged files', (name) => {
  const codec = codecs[name];

  it(`${codec.name}.read: ${damagedFiles} damaged files give rows, faults or a FormatError (seed ${seed})`, async () => {
    const random = randomFrom(seed);
    const resources: ReadOptions['resource'][] = [
      'ledger',
      'entries',
      'accounts',
      'parties',
      'opening-balances',
    ];
    let refused = 0;
    let read = 0;

    for (let n = 0; n < damagedFiles; n += 1) {
      const sample = samples[name][n % 2] ?? '';
      const bytes = damaged(encoder.encode(sample), random);
      const file = fileOf(bytes, 1 + random(64));
      const resource = n % 4 === 0 ? (resources[random(resources.length)] ?? 'ledger') : 'ledger';
      detectCodec(bytes, 'file');

      try {
        const whole = await readAll(codec, file, { resource });
        read += 1;
        expect(whole.reads.length).toBeLessThanOrEqual(bytes.length * 4);
        for (const one of whole.reads) {
          expect(one.line).toBeGreaterThan(0);
          if ('faults' in one) expect(one.faults.length).toBeGreaterThan(0);
        }
      } catch (error) {
        if (!(error instanceof FormatError)) {
          throw new Error(
            `file ${n} of seed ${seed}: ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`,
            { cause: error },
          );
        }
        refused += 1;
      }
    }

    // Neither may be all of them: then the damage would test nothing.
    expect(Math.min(read, refused)).toBeGreaterThan(damagedFiles / 20);
  });
});
