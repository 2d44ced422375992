import { describe, expect, it } from 'vitest';
import { fuzz } from '../../test/fuzz/fuzz.ts';
import { samplesOf } from '../../test/fuzz/samples.ts';
import { fileOf, readAll } from '../../test/reading.ts';
import { readers } from '../index.ts';

// The same inputs every time. A failure names the variables that make its input again; others are made by, for example,
// `FUZZ_FORMAT=csv FUZZ_SEED=7 FUZZ_RUNS=100000 npx vitest run codecs/fuzz`.
const { FUZZ_FORMAT, FUZZ_SEED = '20250310', FUZZ_FROM = '0', FUZZ_RUNS = '800' } = process.env;
const from = Number(FUZZ_FROM);
const to = from + Number(FUZZ_RUNS);
const formats = Object.values(readers).filter(({ name }) => (FUZZ_FORMAT ?? name) === name);

describe.each(formats)('damaged files of $name', (reader) => {
  it(`${reader.name}.read: what is damaged here is whole before`, async () => {
    for (const sample of await samplesOf(reader.name)) {
      const { reads } = await readAll(reader, fileOf(sample));
      expect(reads.length).toBeGreaterThan(0);
    }
  });

  it(`${reader.name}.read: ${FUZZ_RUNS} damaged and invented files give rows, faults or a FormatError (seed ${FUZZ_SEED})`, {
    timeout: 60_000 + (to - from) * 50,
  }, async () => {
    const outcome = await fuzz({ format: reader.name, seed: Number(FUZZ_SEED), from, to });

    // None may be all of them: then the damage would test nothing.
    if (to - from < 500) return;
    expect(outcome.refused).toBeLessThan((to - from) * 0.95);
    expect(outcome.read + outcome.faulty).toBeLessThan((to - from) * 0.95);
  });
});
