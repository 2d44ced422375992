import { VERSION } from './version.ts';

const argv = process.argv.slice(2);

// The version is asked for by scripts, before every call: it loads nothing at all.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { start } = await import('./start.ts');
  await start(argv);
}
