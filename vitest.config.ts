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
        // A browser and a server of its own per file: one file at a time, after all the others.
        test: {
          name: 'browser',
          include: [
            'test/browser/**/*.test.ts',
            'test/verify/**/*.test.ts',
            'demo/test/**/*.test.ts',
          ],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
