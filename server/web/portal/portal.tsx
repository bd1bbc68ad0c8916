import { QueryClientProvider } from '@tanstack/preact-query'
import { Route, Router, Switch } from 'wouter-preact'
import { createQueryClient } from '../lib/create-query-client.js'
import { endedSession } from '../lib/ended-session.js'
import { Asker } from '../look/ask.js'
import { Toasts } from '../look/toasts.js'
import { ChooseProgram } from './choose-program.js'
import { ProgramGate } from './program-gate.js'

const client = createQueryClient((queries) =>
  queries.setQueriesData({ queryKey: ['profile'] }, endedSession),
)

/** The whole application: the first part of the address says whose partners are meant. */
export const Portal = () => (
  <QueryClientProvider client={client}>
    <Router base="/partners">
      <Switch>
        <Route path="/">
          <ChooseProgram />
        </Route>
        <Route path="/:id" nest>
          {({ id }) => <ProgramGate key={id} id={id.toUpperCase()} />}
        </Route>
      </Switch>
    </Router>
    <Asker />
    <Toasts />
  </QueryClientProvider>
)
