import { QueryClient, QueryClientProvider } from '@tanstack/preact-query'
import { Route, Router, Switch } from 'wouter-preact'
import { RequestError } from '../lib/request-json.js'
import { Asker } from '../look/ask.js'
import { Toasts } from '../look/toasts.js'
import { ChooseProgram } from './choose-program.js'
import { ProgramGate } from './program-gate.js'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused will be refused again; what did not arrive may.
      retry: (failures, error) =>
        failures < 2 &&
        !(error instanceof RequestError && error.status >= 400 && error.status < 500),
    },
  },
})

/** The whole application: the first part of the address says whose partners are meant. */
export const Portal = () => (
  <QueryClientProvider client={client}>
    <Router base="/partners">
      <Switch>
        <Route path="/">
          <ChooseProgram />
        </Route>
        <Route path="/:id" nest>
          {({ id }) => <ProgramGate key={id} id={id} />}
        </Route>
      </Switch>
    </Router>
    <Asker />
    <Toasts />
  </QueryClientProvider>
)
