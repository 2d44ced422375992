export * from '../generated/imports.ts';
export { type Uploaded, type UploadOptions, upload } from './upload.ts';
