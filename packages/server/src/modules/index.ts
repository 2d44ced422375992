import type { Handlers } from '../contract/handlers.ts';
import type { JobsOptions } from '../jobs/worker.ts';
import type { Services } from '../services.ts';
import { handlers as accounts } from './accounts/index.ts';
import { handlers as apiKeys } from './api-keys/index.ts';
import { handlers as audit } from './audit/index.ts';
import { handlers as currencies } from './currencies/index.ts';
import { handlers as dimensions } from './dimensions/index.ts';
import { handlers as entries } from './entries/index.ts';
import { handlers as exports } from './exports/index.ts';
import { runners as importRunners, handlers as imports } from './imports/index.ts';
import { handlers as journals } from './journals/index.ts';
import { handlers as migrations } from './migrations/index.ts';
import { handlers as parties } from './parties/index.ts';
import { handlers as periods } from './periods/index.ts';
import { handlers as reports } from './reports/index.ts';
import { handlers as series } from './series/index.ts';
import { handlers as settlements } from './settlements/index.ts';
import { handlers as system } from './system/index.ts';
import { handlers as tenants } from './tenants/index.ts';
import { handlers as years } from './years/index.ts';

/** Every operation of the contract, by its id. */
export const handlers: Handlers = {
  ...accounts,
  ...apiKeys,
  ...audit,
  ...currencies,
  ...dimensions,
  ...entries,
  ...exports,
  ...imports,
  ...journals,
  ...migrations,
  ...parties,
  ...periods,
  ...reports,
  ...series,
  ...settlements,
  ...system,
  ...tenants,
  ...years,
};

/** Who does the jobs of each kind. The services are there by the time a job runs. */
export function runners(services: () => Services): Pick<JobsOptions, 'runners' | 'onGivenUp'> {
  return importRunners(services);
}
