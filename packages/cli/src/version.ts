/** The version of this package; a test holds it equal to package.json, which lies outside of what the bundler sees. */
export const VERSION = '0.1.0';
