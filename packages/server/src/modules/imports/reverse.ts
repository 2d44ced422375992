import type { Job, Lease } from '../../jobs/worker.ts';
import type { Services } from '../../services.ts';
import { runInOne } from './job.ts';

export function reverse(services: Services, job: Job, lease: Lease): Promise<void> {
  return runInOne(services, job, lease, ['committed'], async () => ({}));
}
