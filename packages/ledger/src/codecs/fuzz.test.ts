import { describe, expect, it } from 'vitest';
import { fecPair, fecText } from '../../test/fec-files.ts';
import { encoder, fileOf, readAll } from '../../test/reading.ts';
import { type Codec, codecs, detectCodec, FormatError, type ReadOptions } from '../index.ts';

/** The same files every time; another seed gives others: `FUZZ_SEED=7 npx vitest run fuzz`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_250_310);
const damagedFiles = 2_000;

const samples: Record<Codec['name'], string[]> = {
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
};

/** A small generator of numbers below `limit` (mulberry32), so that a seed names the files. */
function randomFrom(start: number): (limit: number) => number {
  let state = start >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const pieces = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '-',
  '0',
  '9'.repeat(40),
  'é',
  '😀',
  '{',
  '[',
  '}',
  '\\',
];

function damaged(sample: Uint8Array, random: (limit: number) => number): Uint8Array {
  let bytes = Uint8Array.from(sample);
  const at = () => random(bytes.length + 1);

  for (let times = 1 + random(6); times > 0; times -= 1) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const middle = [
      () => Uint8Array.of(random(256)),
      () => encoder.encode(pieces[random(pieces.length)] ?? ''),
      () => new Uint8Array(),
      () => Uint8Array.from([...bytes.subarray(from, to), ...bytes.subarray(from, to)]),
    ][random(4)]?.();
    const end = random(2) === 0 ? to : Math.min(from + 1, bytes.length);
    bytes = Uint8Array.from([...bytes.subarray(0, from), ...(middle ?? []), ...bytes.subarray(end)]);
    if (random(5) === 0) bytes = bytes.subarray(0, at());
    if (bytes.length > 20_000) bytes = bytes.subarray(0, 20_000);
  }
  return bytes;
}

describe.each(Object.values(codecs))('$name.read of damaged files', (codec) => {
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
      const sample = samples[codec.name][n % 2] ?? '';
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
