import { join } from 'node:path'
import { defineConfig } from 'oxlint'
import { NETWORK_GLOBALS } from './build/lint/noNetworkRule.ts'

const networkGlobals = NETWORK_GLOBALS.map((name) => ({ name, message: 'Chancery has no network.' }))
const impureGlobals = [
  'process', 'Buffer', 'require', 'global', 'globalThis', 'console', 'performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame',
  'window', 'self', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'DOMParser', 'XMLSerializer', 'alert', 'Worker',
].map((name) => ({ name, message: 'shared/ is pure: what it needs from the machine is an argument.' }))

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'vitest'],
  jsPlugins: [join(import.meta.dirname, 'build/lint/plugin.ts')],
  ignorePatterns: ['build/out', 'build/dist', 'node_modules', 'test-results', 'test/e2e/artifacts', 'demo-out'],
  categories: { correctness: 'error' },
  options: { reportUnusedDisableDirectives: 'error' },
  rules: {
    'chancery/import-law': 'error',
    // Between rooms, type imports count: the import law sees to that. Inside a room, types may name each other.
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-require-imports': 'error',
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/expect-expect': 'off',
    'vitest/require-mock-type-parameters': 'off',
    'vitest/no-conditional-tests': 'off',
    // The second argument says what was expected, in words.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'unicorn/no-new-array': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/require-to-throw-message': 'off',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-script-url': 'error',
    'react/no-danger': 'error',
  },
  overrides: [
    {
      files: ['electron/**', 'renderer/**', 'shared/**'],
      rules: {
        'chancery/no-network': 'error',
        'no-restricted-globals': ['error', ...networkGlobals],
        'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
        'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      },
    },
    { files: ['renderer/**'], rules: { 'chancery/one-bridge': 'error' } },
    {
      files: ['shared/**'],
      rules: {
        'chancery/pure-shared': 'error',
        'no-restricted-globals': ['error', ...networkGlobals, ...impureGlobals],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'The time is an argument.' },
          { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
          { object: 'Temporal', property: 'Now', message: 'The time is an argument.' },
        ],
      },
    },
  ],
})
