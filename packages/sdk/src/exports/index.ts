export * from '../generated/exports.ts';
export { type DownloadOptions, download } from './download.ts';
