import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/playwright',
  globalSetup: './test/e2e/buildOnce.ts',
  // Two at a time: an app waits for most of its life, every window is told that it has the focus, and each test has its own profile.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // Deriving a key takes a second on purpose, and several on a busy machine: what comes is waited for, and what is not there fails all the same.
  expect: { timeout: 30_000 },
  reporter: [['list']],
})
