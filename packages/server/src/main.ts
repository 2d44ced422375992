import { readConfig } from './config.ts';
import { start } from './start.ts';

await start(process.argv.slice(2), process.env, readConfig);
