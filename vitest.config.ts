import { defineConfig } from 'vitest/config'

/** One project per kind of subject; `npm test -- --project server` runs one alone. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'happy-dom',
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/node/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/test/**/*.test.ts'],
          globalSetup: 'server/test/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Each file has its own engine, network and server; two fit on two cores.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Browsers take their time; the test's own limit comes later.
          expect: { poll: { timeout: 10_000, interval: 25 } },
        },
      },
      {
        // What else needs a browser; the demo's ports allow one file at a time, after all the others.
        test: {
          name: 'pages',
          include: [
            'test/verify/**/*.test.ts',
            'test/react/**/*.test.ts',
            'test/checkouts/**/*.test.ts',
            'test/debug/**/*.test.ts',
            'demo/test/**/*.test.ts',
          ],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
