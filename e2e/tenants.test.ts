import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, openInstallation } from './installation.ts';
import { applyUnderFire, type Struck } from './tenants-under-fire.ts';

const first = Number(process.env['ERP_TEST_SEED'] ?? 1);

let at: Installation;
beforeAll(async () => {
  at = await openInstallation();
}, 120_000);
afterAll(() => at?.close());

test(`tenant apply -f FOLDER after kill -9 of the client, from ERP_TEST_SEED=${first}`, {
  timeout: 120_000,
}, async () => {
  const struck: Struck[] = [];
  for (let seed = first; seed < first + 3; seed += 1) struck.push(await applyUnderFire(at, seed));

  const inTime = struck.filter(({ code }) => code === null);
  expect(inTime.length, JSON.stringify(struck)).toBeGreaterThan(0);
});
