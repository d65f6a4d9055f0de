import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Two processors are the least that a machine of today has; every test file has its own process.
    maxWorkers: 2,
    testTimeout: 30_000,
    globalSetup: ['test/fakes/runFolder.ts'],
    setupFiles: ['test/fakes/derivedOnce.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
