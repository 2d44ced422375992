import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { whileLocked } from './lock.mjs';
import { step } from './step.mjs';

const stamp = 'node_modules/.erp-setup';

/** `npm ci`, unless node_modules already is what the lock file says for this version of Node. */
export function installIfNeeded() {
  const wanted = fingerprint();
  if (readIfThere(stamp) === wanted) {
    return;
  }

  whileLocked(() => {
    const stamped = readIfThere(stamp);
    if (stamped === wanted) {
      return;
    }

    const sameNode = stamped === undefined || stamped.startsWith(`${process.version} `);
    if (!sameNode || !isInstalledByHand()) {
      rmSync(stamp, { force: true });
      const title = `Installing ${countPackages()} packages from the lock file`;
      step(title, 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    }
    writeFileSync(stamp, wanted);
  });
}

function fingerprint() {
  return `${process.version} ${createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')}`;
}

/** Packages that npm will fetch: of those that exist once for each platform, only this platform's. */
function countPackages() {
  const fits = (allowed, here) => !allowed || allowed.includes(here);
  return Object.entries(packagesOf('package-lock.json')).filter(
    ([path, entry]) =>
      path.includes('node_modules/') &&
      !entry.link &&
      fits(entry.os, process.platform) &&
      fits(entry.cpu, process.arch) &&
      fits(entry.libc, libc()),
  ).length;
}

function libc() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/**
 * Somebody ran `npm ci` or `npm install` since the last setup: npm's own record in node_modules equals the lock file.
 * Optional packages may be absent, because they are for other platforms.
 */
function isInstalledByHand() {
  if (!existsSync('node_modules/.package-lock.json')) {
    return false;
  }

  const installed = packagesOf('node_modules/.package-lock.json');
  const locked = Object.entries(packagesOf('package-lock.json')).filter(([path]) =>
    path.includes('node_modules/'),
  );
  return locked.every(([path, entry]) => {
    const there = installed[path];
    return there ? there.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
