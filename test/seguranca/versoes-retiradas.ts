/**
 * Versions that carried somebody else's code, or a hole that was exploited, as their maintainers and the npm
 * registry told. The advisories of today are asked where there is a network: `npm audit` (docs/seguranca.md).
 */
export const RETIRADAS: ReadonlySet<string> = new Set([
  // September 2025: accounts of maintainers taken by phishing.
  ...['ansi-styles@6.2.2', 'debug@4.4.2', 'chalk@5.6.1', 'supports-color@10.2.1', 'strip-ansi@7.1.1'],
  ...['ansi-regex@6.2.1', 'wrap-ansi@9.0.1', 'color-convert@3.1.1', 'color-name@2.0.1', 'is-arrayish@0.3.3'],
  ...['slice-ansi@7.1.1', 'color@5.0.1', 'color-string@2.1.1', 'simple-swizzle@0.2.3', 'error-ex@1.3.3'],
  ...['supports-hyperlinks@4.1.1', 'has-ansi@6.0.1', 'chalk-template@1.1.1', 'backslash@0.2.1'],
  // July 2025.
  ...['eslint-config-prettier@8.10.1', 'eslint-config-prettier@9.1.1', 'eslint-config-prettier@10.1.6'],
  ...['eslint-config-prettier@10.1.7', 'eslint-plugin-prettier@4.2.2', 'eslint-plugin-prettier@4.2.3'],
  ...['synckit@0.11.9', '@pkgr/core@0.2.8', 'napi-postinstall@0.3.1', 'is@3.3.1', 'is@5.0.0'],
  // August 2025.
  ...[
    'nx@20.9.0',
    'nx@20.10.0',
    'nx@20.11.0',
    'nx@20.12.0',
    'nx@21.5.0',
    'nx@21.6.0',
    'nx@21.7.0',
    'nx@21.8.0',
  ],
  // Before.
  ...['event-stream@3.3.6', 'flatmap-stream@0.1.1', 'eslint-scope@3.7.2', 'ua-parser-js@0.7.29'],
  ...[
    'ua-parser-js@0.8.0',
    'ua-parser-js@1.0.0',
    'coa@2.0.3',
    'coa@2.0.4',
    'rc@1.2.9',
    'rc@1.3.9',
    'rc@2.3.9',
  ],
  ...['node-ipc@10.1.1', 'node-ipc@10.1.2', 'colors@1.4.1', 'colors@1.4.2', 'faker@6.6.6'],
]);
