import type { Recipes } from '../world.ts';
import { imports } from './imports.ts';
import { ledger } from './ledger.ts';
import { platform } from './platform.ts';
import { reference } from './reference.ts';

/** How every operation of the contract is called, by its id. */
export const recipes: Record<string, Recipes> = { ...platform, ...reference, ...ledger, ...imports };
