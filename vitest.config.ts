import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Both cores of a small machine; the tests wait for other processes more often than these for them. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/** What a machine may take that has others to look after as well. What is right waits for none of it. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000, interval: 25 } },
}

/** One project per kind of subject; `npm test -- --project server` runs one alone. */
export default defineConfig({
  test: {
    maxWorkers,
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
          ...patience,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/test/**/*.test.ts'],
          exclude: ['server/test/web/**'],
          globalSetup: 'server/test/global-setup.ts',
          // Each suite has its own server and database, and loading the server's code anew for each
          // file takes as long as its tests. A group of its own lets its workers go on to the end.
          isolate: false,
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
      {
        // Each file has its own engine, network and server; two fit on two cores.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/global-setup.ts',
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Browsers take their time; the test's own limit comes later.
          expect: { poll: { timeout: 10_000, interval: 25 } },
        },
      },
      {
        // The dashboard and its like, as people see them.
        test: {
          name: 'web',
          include: ['server/test/web/**/*.test.ts'],
          globalSetup: 'test/browser/global-setup.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
          ...patience,
        },
      },
      {
        // What else needs a browser.
        test: {
          name: 'pages',
          include: [
            'test/verify/**/*.test.ts',
            'test/react/**/*.test.ts',
            'test/checkouts/**/*.test.ts',
            'test/debug/**/*.test.ts',
            'test/first-party/**/*.test.ts',
            'demo/test/**/*.test.ts',
          ],
          globalSetup: 'test/browser/global-setup.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          ...patience,
        },
      },
    ],
  },
})
